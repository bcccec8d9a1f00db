<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Formats</name>
    <message>
        <source>Pascal VOC (XML)</source>
        <translation>Pascal VOC (XML)</translation>
    </message>
    <message>
        <source>COCO (JSON)</source>
        <translation>COCO (JSON)</translation>
    </message>
    <message>
        <source>YOLO boxes</source>
        <translation>YOLO 矩形</translation>
    </message>
    <message>
        <source>YOLO segmentation</source>
        <translation>YOLO 分割</translation>
    </message>
    <message>
        <source>YOLO rotated boxes</source>
        <translation>YOLO 旋转矩形</translation>
    </message>
    <message>
        <source>YOLO pose</source>
        <translation>YOLO 姿态</translation>
    </message>
    <message>
        <source>YOLO classification</source>
        <translation>YOLO 分类</translation>
    </message>
    <message>
        <source>Manifest (JSON Lines)</source>
        <translation>Manifest (JSON Lines)</translation>
    </message>
    <message>
        <source>LabelMe (JSON)</source>
        <translation>LabelMe（JSON）</translation>
    </message>
    <message>
        <source>CVAT for images (XML)</source>
        <translation>CVAT for images（XML）</translation>
    </message>
    <message>
        <source>Folder per label (ImageNet)</source>
        <translation>每个标签一个文件夹（ImageNet）</translation>
    </message>
    <message>
        <source>Text file per picture</source>
        <translation>每张图片一个文本文件</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>Mask pictures (PNG)</source>
        <translation>掩码图片（PNG）</translation>
    </message>
    <message>
        <source>DOTA (text files)</source>
        <translation>DOTA（文本文件）</translation>
    </message>
</context>
<context>
    <name>lw::canvas</name>
    <message>
        <source>A polygon needs at least three points.</source>
        <translation>多边形至少需要三个点。</translation>
    </message>
    <message>
        <source>This label is locked. Unlock it in the label list to change its shapes.</source>
        <translation>此标签已锁定。请先在标签列表中解锁，再修改其形状。</translation>
    </message>
    <message>
        <source>There is no mask to erase from here.</source>
        <translation>此处没有可擦除的掩码。</translation>
    </message>
    <message>
        <source>The label of this mask is locked.</source>
        <translation>此掩码的标签已锁定。</translation>
    </message>
    <message>
        <source>The selected shape is no mask: convert it to a mask first, or press Esc to begin a new mask.</source>
        <translation>所选形状不是掩码：请先将其转换为掩码，或按 Esc 开始新的掩码。</translation>
    </message>
    <message>
        <source>Brush of %1 pixels</source>
        <extracomment>%1 a number of pixels</extracomment>
        <translation>画笔大小：%1 像素</translation>
    </message>
    <message>
        <source>Every point must lie inside the picture.</source>
        <translation>所有点都必须位于图片内。</translation>
    </message>
    <message>
        <source>The picture is still being loaded.</source>
        <translation>图片仍在加载。</translation>
    </message>
    <message>
        <source>These points enclose nothing: set the last one again.</source>
        <translation>这些点未围成区域：请重新放置最后一个点。</translation>
    </message>
    <message>
        <source>Guess %1 of %2, about %3 % right</source>
        <extracomment>%1 which guess, %2 of how many, %3 per cent</extracomment>
        <translation>候选 %1/%2，正确率约 %3 %</translation>
    </message>
    <message>
        <source>Tolerance %1</source>
        <extracomment>%1 a number from 1 to 100</extracomment>
        <translation>容差 %1</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>未选择任何形状。</translation>
    </message>
    <message>
        <source>A polyline needs at least two points.</source>
        <translation>折线至少需要两个点。</translation>
    </message>
    <message>
        <source>No label has a skeleton yet. Edit a label in the label panel to give it joints.</source>
        <translation>还没有标签带有骨架。请在标签面板中编辑标签，为其添加关节点。</translation>
    </message>
    <message>
        <source>The assistant finds nothing there. Click again, or take the last click back with Ctrl+Z.</source>
        <translation>助手在此处未找到物体。请再次单击，或按 Ctrl+Z 撤回上一次单击。</translation>
    </message>
    <message>
        <source>Clicks say what is not part of the object.</source>
        <translation>单击标出不属于物体的部分。</translation>
    </message>
    <message>
        <source>Clicks say what is part of the object.</source>
        <translation>单击标出属于物体的部分。</translation>
    </message>
    <message>
        <source>About %1 % right</source>
        <extracomment>%1 per cent</extracomment>
        <translation>正确率约 %1 %</translation>
    </message>
</context>
<context>
    <name>lw::canvas::AdjustPanel</name>
    <message>
        <source>Brightness and contrast</source>
        <translation>亮度与对比度</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Show the picture as it is</source>
        <translation>显示原始图片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lw::canvas::CanvasActions</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>lw::canvas::CanvasCommands</name>
    <message>
        <source>A label of the pasted shapes could not be made.</source>
        <translation>无法创建所粘贴形状的标签。</translation>
    </message>
    <message>
        <source>The previous picture has no shapes.</source>
        <translation>上一张图片没有形状。</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <extracomment>%1 is a label&apos;s name, %2 a position, %3 a number of shapes</extracomment>
        <translation>%1（第 %2 个，共 %3 个）</translation>
    </message>
    <message>
        <source>Shapes of locked labels were left as they are.</source>
        <translation>已锁定标签的形状保持不变。</translation>
    </message>
</context>
<context>
    <name>lw::canvas::CanvasView</name>
    <message>
        <source>Picture with its shapes</source>
        <translation>图片及其形状</translation>
    </message>
    <message>
        <source>New shapes ask for their label.</source>
        <translation>绘制新形状时将询问标签。</translation>
    </message>
    <message>
        <source>New shapes get the label “%1”.</source>
        <extracomment>%1 is a label&apos;s name</extracomment>
        <translation>新形状将使用标签“%1”。</translation>
    </message>
</context>
<context>
    <name>lw::canvas::JointCommands</name>
    <message>
        <source>Click a joint of a selected skeleton first, or press G.</source>
        <translation>请先单击所选骨架的一个关节点，或按 G。</translation>
    </message>
    <message>
        <source>Shapes of locked labels were left as they are.</source>
        <translation>已锁定标签的形状保持不变。</translation>
    </message>
    <message>
        <source>One joint must stay. Delete the skeleton instead.</source>
        <translation>至少要保留一个关节点。请改为删除整个骨架。</translation>
    </message>
    <message>
        <source>Joints</source>
        <translation>关节点</translation>
    </message>
</context>
<context>
    <name>lw::canvas::LabelPopup</name>
    <message>
        <source>Label of the new shape</source>
        <translation>新形状的标签</translation>
    </message>
    <message>
        <source>Find or name a label</source>
        <translation>查找或输入标签名</translation>
    </message>
    <message>
        <source>Labels, last used first</source>
        <translation>标签，最近使用的在前</translation>
    </message>
    <message>
        <source>New label “%1”</source>
        <extracomment>%1 is the name that was typed</extracomment>
        <translation>新建标签“%1”</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <extracomment>%1 is a colour such as #ff8800</extracomment>
        <translation>颜色 %1</translation>
    </message>
    <message>
        <source>Find a label with a skeleton</source>
        <translation>查找带骨架的标签</translation>
    </message>
</context>
<context>
    <name>lw::canvas::RegionCommands</name>
    <message>
        <source>Select at least two areas that may be changed.</source>
        <translation>请至少选择两个可修改的区域。</translation>
    </message>
    <message>
        <source>Select areas that may be changed: boxes, polygons, circles, masks.</source>
        <translation>请选择可修改的区域：矩形、多边形、圆形或掩码。</translation>
    </message>
    <message>
        <source>Nothing to convert.</source>
        <translation>没有可转换的内容。</translation>
    </message>
    <message>
        <source>There are no holes.</source>
        <translation>没有孔洞。</translation>
    </message>
    <message>
        <source>Nothing would be left.</source>
        <translation>操作后将没有剩余区域。</translation>
    </message>
</context>
<context>
    <name>lw::canvas::ShapeFinisher</name>
    <message>
        <source>There already is a label “%1”.</source>
        <translation>标签“%1”已存在。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a label.</source>
        <translation>“%1”不能作为标签名。</translation>
    </message>
    <message>
        <source>The label “%1” could not be saved.</source>
        <translation>无法保存标签“%1”。</translation>
    </message>
    <message>
        <source>This label has no skeleton. Edit it in the label panel to give it joints.</source>
        <translation>此标签没有骨架。请在标签面板中编辑它，添加关节点。</translation>
    </message>
</context>
<context>
    <name>lw::canvas::actions</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Revert the last drag</source>
        <translation>复位到拖动前</translation>
    </message>
    <message>
        <source>Delete the selected shapes</source>
        <translation>删除所选形状</translation>
    </message>
    <message>
        <source>Clear all shapes</source>
        <translation>清除所有形状</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select the next shape</source>
        <translation>选择下一个形状</translation>
    </message>
    <message>
        <source>Select the previous shape</source>
        <translation>选择上一个形状</translation>
    </message>
    <message>
        <source>Select the next corner</source>
        <translation>选中下一个顶点</translation>
    </message>
    <message>
        <source>Select the previous corner</source>
        <translation>选中上一个顶点</translation>
    </message>
    <message>
        <source>Change the label…</source>
        <translation>修改标签…</translation>
    </message>
    <message>
        <source>Difficult</source>
        <translation>难以识别</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Occluded</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Hard example</source>
        <translation>难例</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>置于顶层</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>置于底层</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Zoom to the selected shape</source>
        <translation>缩放到所选形状</translation>
    </message>
    <message>
        <source>Zoom to the next shape</source>
        <translation>缩放到下一个形状</translation>
    </message>
    <message>
        <source>Zoom to the previous shape</source>
        <translation>缩放到上一个形状</translation>
    </message>
    <message>
        <source>Show shapes</source>
        <translation>显示形状</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>显示标签名</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>十字线</translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation>像素网格</translation>
    </message>
    <message>
        <source>Snap to shapes and border</source>
        <translation>吸附到形状和边界</translation>
    </message>
    <message>
        <source>Whole pixels</source>
        <translation>整数像素</translation>
    </message>
    <message>
        <source>Stay in draw mode</source>
        <translation>保持绘制模式</translation>
    </message>
    <message>
        <source>Ask for the label of each shape</source>
        <translation>每个形状都询问标签</translation>
    </message>
    <message>
        <source>Brightness and contrast</source>
        <translation>亮度与对比度</translation>
    </message>
    <message>
        <source>Convert to mask</source>
        <translation>转换为掩码</translation>
    </message>
    <message>
        <source>Convert to polygon</source>
        <translation>转换为多边形</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>填充孔洞</translation>
    </message>
    <message>
        <source>Join the selected shapes</source>
        <translation>合并所选形状</translation>
    </message>
    <message>
        <source>Cut the smaller shapes out of the largest</source>
        <translation>从最大的形状中减去较小的形状</translation>
    </message>
    <message>
        <source>Joint: visible, covered, absent</source>
        <translation>关节点：可见、被遮挡、不存在</translation>
    </message>
</context>
<context>
    <name>lw::canvas::tools</name>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Click a shape to select it, drag to move it, drag a handle to reshape it.</source>
        <translation>单击选中形状，拖动可移动，拖动控制点可调整形状。</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Click two corners, or drag. Shift makes a square.</source>
        <translation>单击两个对角点，或直接拖动。按住 Shift 绘制正方形。</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Click the points; Enter or a click on the first one closes it. Drag with Shift to draw freehand.</source>
        <translation>依次单击各点，按 Enter 或单击起点闭合。按住 Shift 拖动可自由绘制。</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Click the centre and a point of the circle, or drag.</source>
        <translation>单击圆心，再单击圆上一点，或直接拖动。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Click both ends, or drag. Shift keeps it straight.</source>
        <translation>单击两个端点，或直接拖动。按住 Shift 保持水平、垂直或 45°。</translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Click to set a point.</source>
        <translation>单击放置一个点。</translation>
    </message>
    <message>
        <source>Four clicks</source>
        <translation>四点轮廓</translation>
    </message>
    <message>
        <source>Click the topmost, leftmost, lowest and rightmost point of an object; its outline is found. C shows the next guess, Enter takes it.</source>
        <translation>依次单击物体的最上、最左、最下和最右点，自动找出其轮廓。按 C 显示下一个候选，按 Enter 采用。</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Paint a mask; with a mask selected, add to it. [ and ], or Shift and the wheel, change the size; Ctrl erases.</source>
        <translation>绘制掩码；已选择掩码时，在其上添加。按 [ 和 ] 或 Shift+滚轮调整大小；按住 Ctrl 擦除。</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Erase from a mask. [ and ], or Shift and the wheel, change the size; Ctrl paints.</source>
        <translation>擦除掩码的一部分。按 [ 和 ] 或 Shift+滚轮调整大小；按住 Ctrl 绘制。</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>魔棒</translation>
    </message>
    <message>
        <source>Click a colour; Shift adds, Ctrl takes away. [ and ] change the tolerance, C takes the colour everywhere, Enter ends.</source>
        <translation>单击一种颜色；按住 Shift 添加，按住 Ctrl 减去。按 [ 和 ] 调整容差，按 C 选取整张图片中的该颜色，按 Enter 结束。</translation>
    </message>
    <message>
        <source>Scissors</source>
        <translation>智能剪刀</translation>
    </message>
    <message>
        <source>Click along an outline: the line follows the edges. Shift keeps it straight. Enter or a click on the first point closes it.</source>
        <translation>沿轮廓单击：线条自动贴合边缘。按住 Shift 保持直线。按 Enter 或单击第一个点闭合。</translation>
    </message>
    <message>
        <source>Rotated box</source>
        <translation>旋转矩形</translation>
    </message>
    <message>
        <source>Click both ends of an edge, then how wide the box is. Shift: steps of 15 degrees.</source>
        <translation>依次单击一条边的两端，再单击确定宽度。按住 Shift：每次 15 度。</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Click two corners of the box around it, or drag. Shift makes a circle. The upper handle turns it.</source>
        <translation>单击外接矩形的两个角，或直接拖动。按住 Shift 画圆。上方的控制点用于旋转。</translation>
    </message>
    <message>
        <source>Polyline</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Click the points; Enter or a double click ends it. Drag with Shift to draw freehand.</source>
        <translation>依次单击各点；按 Enter 或双击结束。按住 Shift 拖动可徒手绘制。</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>骨架</translation>
    </message>
    <message>
        <source>Drag a box for the joints of the label, then drag single joints. U changes how one is seen.</source>
        <translation>拖出一个框放置标签的关节点，再逐个拖动关节点。按 U 切换可见状态。</translation>
    </message>
    <message>
        <source>Point and box</source>
        <translation>点与框</translation>
    </message>
    <message>
        <source>Click into an object or drag a box around it; Alt or Shift and a click says what is not part of it. Enter takes the outline.</source>
        <translation>单击物体，或拖出一个框将其框住；按住 Alt 或 Shift 单击可标出不属于物体的部分。按 Enter 采用轮廓。</translation>
    </message>
</context>
<context>
    <name>lw::charts::ConfusionMatrixView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>(nothing there)</source>
        <extracomment>row and column of the confusion matrix beside the labels</extracomment>
        <translation>（无目标）</translation>
    </message>
    <message>
        <source>(nothing found)</source>
        <translation>（未检出）</translation>
    </message>
    <message>
        <source>“%1” found where nothing is: %2</source>
        <translation>无目标处误检出“%1”：%2</translation>
    </message>
    <message>
        <source>%1 of %2 “%3” were not found.</source>
        <translation>%2 个“%3”中有 %1 个未检出。</translation>
    </message>
    <message>
        <source>%1 of %2 “%3” are right.</source>
        <translation>%2 个“%3”中有 %1 个正确。</translation>
    </message>
    <message>
        <source>%1 of %2 “%3” were taken for “%4”.</source>
        <translation>%2 个“%3”中有 %1 个被误判为“%4”。</translation>
    </message>
    <message>
        <source>Answer of the model</source>
        <translation>模型预测</translation>
    </message>
    <message>
        <source>True label</source>
        <translation>真实标签</translation>
    </message>
    <message>
        <source>(no label)</source>
        <extracomment>row and column of the confusion matrix beside the labels: pixels without one</extracomment>
        <translation>（无标签）</translation>
    </message>
    <message>
        <source>%1 of the pixels without a label are right.</source>
        <translation>无标签的像素中有 %1 正确。</translation>
    </message>
    <message>
        <source>%1 of the pixels without a label were taken for “%2”.</source>
        <translation>无标签的像素中有 %1 被误判为“%2”。</translation>
    </message>
    <message>
        <source>%1 of the pixels of “%2” were not found.</source>
        <translation>“%2”的像素中有 %1 未检出。</translation>
    </message>
    <message>
        <source>%1 of the pixels of “%2” are right.</source>
        <translation>“%2”的像素中有 %1 正确。</translation>
    </message>
    <message>
        <source>%1 of the pixels of “%2” were taken for “%3”.</source>
        <translation>“%2”的像素中有 %1 被误判为“%3”。</translation>
    </message>
</context>
<context>
    <name>lw::charts::EmbeddingMap</name>
    <message>
        <source>Map of the pictures</source>
        <translation>特征分布图</translation>
    </message>
</context>
<context>
    <name>lw::charts::FeatureBars</name>
    <message>
        <source>Results by features of the data</source>
        <translation>按数据特征查看结果</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>matters</source>
        <translation>有影响</translation>
    </message>
    <message>
        <source>n = %1</source>
        <extracomment>number of samples beneath a column</extracomment>
        <translation>n = %1</translation>
    </message>
</context>
<context>
    <name>lw::charts::LabelBars</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show the samples with this label</source>
        <translation>查看含此标签的样本</translation>
    </message>
</context>
<context>
    <name>lw::charts::LabelDistributionChart</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>其他 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Label distribution</source>
        <translation>标签分布</translation>
    </message>
    <message>
        <source>The chart appears once there is a label.</source>
        <translation>添加第一个标签后显示图表。</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>标注对象</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Save the chart as PNG or SVG</source>
        <translation>将图表保存为 PNG 或 SVG</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>labels.png</source>
        <translation>标签.png</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>图片 (*.png *.svg)</translation>
    </message>
    <message>
        <source>The chart could not be saved</source>
        <translation>无法保存图表</translation>
    </message>
    <message>
        <source>Choose a folder that may be written and a name that ends in .png or .svg.</source>
        <translation>请选择可写的文件夹，文件名须以 .png 或 .svg 结尾。</translation>
    </message>
</context>
<context>
    <name>lw::charts::LineChart</name>
    <message>
        <source>There are no values yet.</source>
        <translation>还没有数据。</translation>
    </message>
    <message>
        <source>Show or hide this curve</source>
        <translation>显示或隐藏此曲线</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>lw::charts::ProgressRing</name>
    <message>
        <source>%L1 of %L2 labelled</source>
        <translation>已标注 %L1/%L2</translation>
    </message>
</context>
<context>
    <name>lw::charts::Sparkline</name>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>lw::cli::Cli</name>
    <message>
        <source>Folder of the project</source>
        <translation>项目文件夹</translation>
    </message>
    <message>
        <source>Name of the dataset</source>
        <translation>数据集名称</translation>
    </message>
    <message>
        <source>Print the result as JSON</source>
        <translation>以 JSON 格式输出结果</translation>
    </message>
    <message>
        <source>%1 (see %2 --help)</source>
        <translation>%1（参见 %2 --help）</translation>
    </message>
    <message>
        <source>Labels, checks, versions and publishes datasets without a window.</source>
        <translation>无需窗口即可标注、检查、管理版本和发布数据集。</translation>
    </message>
    <message>
        <source>Print the version and exit</source>
        <translation>显示版本并退出</translation>
    </message>
    <message>
        <source>Print the help of all commands and exit</source>
        <translation>显示所有命令的帮助并退出</translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation>显示此帮助并退出</translation>
    </message>
    <message>
        <source>Print no progress and no summary</source>
        <translation>不显示进度和摘要</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 done with problems reported, 2 wrong usage, 3 failed and nothing changed.</source>
        <translation>退出码：0 成功，1 完成但有问题，2 用法错误，3 失败且未作任何更改。</translation>
    </message>
    <message>
        <source>Work with the datasets of a project</source>
        <translation>管理项目中的数据集</translation>
    </message>
    <message numerus="yes">
        <source>and %n more problem(s); --json lists them.</source>
        <translation>
            <numerusform>另有 %n 个问题；使用 --json 查看全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no dataset type “%1”.</source>
        <translation>不存在数据集类型“%1”。</translation>
    </message>
    <message>
        <source>Created the dataset %1</source>
        <translation>已创建数据集 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2): %3 of %4 labelled, %n version(s)</source>
        <translation>
            <numerusform>%1（%2）：已标注 %3/%4，%n 个版本</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed the dataset %1</source>
        <translation>已修改数据集 %1</translation>
    </message>
    <message>
        <source>Deleted the dataset %1; its source files and published files stay on disk</source>
        <translation>已删除数据集 %1；其源文件和已发布的文件仍保留在磁盘上</translation>
    </message>
    <message>
        <source>Samples: %1, labelled: %2, unlabelled: %3, to confirm: %4, hard: %5</source>
        <translation>样本：%1，已标注：%2，未标注：%3，待确认：%4，难例：%5</translation>
    </message>
    <message>
        <source>Annotations: %1</source>
        <translation>标注：%1</translation>
    </message>
    <message>
        <source>%1: %2 annotations on %3 samples</source>
        <translation>%1：%2 个标注，%3 个样本</translation>
    </message>
    <message>
        <source>Create a dataset</source>
        <translation>创建数据集</translation>
    </message>
    <message>
        <source>Letters, digits, “_” and “-”</source>
        <translation>字母、数字、“_”和“-”</translation>
    </message>
    <message>
        <source>Dataset type, e.g. object_detection</source>
        <translation>数据集类型，例如 object_detection</translation>
    </message>
    <message>
        <source>Folder of the pictures; created if it does not exist</source>
        <translation>图片文件夹，不存在时自动创建</translation>
    </message>
    <message>
        <source>Folder for published versions, not inside the input location; created if it does not exist</source>
        <translation>已发布版本的文件夹，不存在时自动创建，不能位于输入位置内</translation>
    </message>
    <message>
        <source>Any text</source>
        <translation>任意文本</translation>
    </message>
    <message>
        <source>NAME or NAME:#rrggbb; may be repeated</source>
        <translation>NAME 或 NAME:#rrggbb；可重复指定</translation>
    </message>
    <message>
        <source>Change name, description or locations</source>
        <translation>修改名称、描述或位置</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>New description</source>
        <translation>新描述</translation>
    </message>
    <message>
        <source>New folder of the pictures; it must exist</source>
        <translation>新的图片文件夹，必须已存在</translation>
    </message>
    <message>
        <source>New folder for published versions</source>
        <translation>新的已发布版本文件夹</translation>
    </message>
    <message>
        <source>List the datasets of a project</source>
        <translation>列出项目中的数据集</translation>
    </message>
    <message>
        <source>Remove a dataset from the project; all files stay on disk</source>
        <translation>从列表中移除数据集；所有文件保留在磁盘上</translation>
    </message>
    <message>
        <source>Count samples, annotations and labels</source>
        <translation>统计样本、标注和标签</translation>
    </message>
    <message>
        <source>Show the task history</source>
        <translation>显示任务历史</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Exported %1 samples with %2 annotations to %3</source>
        <translation>已将 %1 个样本、%2 个标注导出到 %3</translation>
    </message>
    <message>
        <source>Exported %1 samples with %2 annotations as the dataset %3</source>
        <translation>已将 %1 个样本、%2 个标注导出为数据集 %3</translation>
    </message>
    <message>
        <source>An export needs --format and --to, or --as-dataset with --input and --output.</source>
        <translation>导出需要 --format 和 --to，或 --as-dataset 以及 --input 和 --output。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the files also belong to the dataset %1.</source>
        <translation>
            <numerusform>其中 %n 个文件同时属于数据集 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the samples are in the published version %1.</source>
        <translation>
            <numerusform>其中 %n 个样本包含在已发布版本 %1 中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) would be deleted; add --yes to do it.</source>
        <translation>
            <numerusform>将删除 %n 个样本；添加 --yes 以执行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>Deleted %1 samples and %2 files</source>
        <translation>已删除 %1 个样本和 %2 个文件</translation>
    </message>
    <message>
        <source>Write samples to a folder or as a new dataset</source>
        <translation>将样本导出到文件夹或新数据集</translation>
    </message>
    <message>
        <source>A folder that is absent or empty</source>
        <translation>不存在的文件夹或空文件夹</translation>
    </message>
    <message>
        <source>Only samples that match, e.g. &quot;state=labelled label=cat hard=true&quot;</source>
        <translation>仅限符合条件的样本，例如 &quot;state=labelled label=cat hard=true&quot;</translation>
    </message>
    <message>
        <source>Write the hard attributes</source>
        <translation>写入难例属性</translation>
    </message>
    <message>
        <source>voc: folders Annotations, JPEGImages, ImageSets</source>
        <translation>voc：使用 Annotations、JPEGImages、ImageSets 文件夹</translation>
    </message>
    <message>
        <source>Name of a new dataset instead of a folder</source>
        <translation>新数据集名称，代替文件夹</translation>
    </message>
    <message>
        <source>Input location of the new dataset</source>
        <translation>新数据集的输入位置</translation>
    </message>
    <message>
        <source>Output location of the new dataset</source>
        <translation>新数据集的输出位置</translation>
    </message>
    <message>
        <source>Remove samples from a dataset</source>
        <translation>从数据集中移除样本</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>样本范围</translation>
    </message>
    <message>
        <source>Delete their files from disk too</source>
        <translation>同时从磁盘删除源文件</translation>
    </message>
    <message>
        <source>Really delete; without this the command only says what would happen</source>
        <translation>确认执行；不加此项仅说明将会发生什么</translation>
    </message>
    <message>
        <source>“%1” is not a mapping; write it as PREFIX=FOLDER.</source>
        <translation>“%1”不是有效的映射；请写成 PREFIX=FOLDER。</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Samples: %1 added, %2 updated, %3 skipped; annotations: %4 added, %5 skipped</source>
        <translation>样本：新增 %1，更新 %2，跳过 %3；标注：新增 %4，跳过 %5</translation>
    </message>
    <message>
        <source>Synchronizing</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>Samples: %1 new, %2 changed, %3 missing, %4 found again, %5 skipped; annotations: %6 added</source>
        <translation>样本：新增 %1，变更 %2，缺失 %3，恢复 %4，跳过 %5；标注：新增 %6</translation>
    </message>
    <message>
        <source>Adding files</source>
        <translation>正在添加文件</translation>
    </message>
    <message>
        <source>Samples: %1 added, %2 skipped</source>
        <translation>样本：新增 %1，跳过 %2</translation>
    </message>
    <message>
        <source>Import labelled pictures into a dataset</source>
        <translation>将已标注的图片导入数据集</translation>
    </message>
    <message>
        <source>Copy the pictures into the input location</source>
        <translation>将图片复制到输入位置</translation>
    </message>
    <message>
        <source>Import only these labels, separated by commas</source>
        <translation>仅导入这些标签，以逗号分隔</translation>
    </message>
    <message>
        <source>Import the pictures only</source>
        <translation>仅导入图片</translation>
    </message>
    <message>
        <source>Import hard examples only</source>
        <translation>只导入难例</translation>
    </message>
    <message>
        <source>PREFIX=FOLDER: where sources of a manifest lie; may be repeated</source>
        <translation>PREFIX=FOLDER：Manifest 中来源（source）所在的位置；可重复指定</translation>
    </message>
    <message>
        <source>Folder of the XML files (voc)</source>
        <translation>XML 文件的文件夹（voc）</translation>
    </message>
    <message>
        <source>Folder of the pictures (voc)</source>
        <translation>图片文件夹（voc）</translation>
    </message>
    <message>
        <source>Follow new, changed and vanished files of the input location</source>
        <translation>同步输入位置中新增、变更和消失的文件</translation>
    </message>
    <message>
        <source>Copy pictures or folders of pictures into the dataset</source>
        <translation>将图片或图片文件夹复制到数据集</translation>
    </message>
    <message>
        <source>Pictures or folders</source>
        <translation>图片或文件夹</translation>
    </message>
    <message>
        <source>“%1” is not a colour; write it as #rrggbb.</source>
        <translation>“%1”不是有效的颜色；请写成 #rrggbb。</translation>
    </message>
    <message>
        <source>Added the label %1</source>
        <translation>已添加标签 %1</translation>
    </message>
    <message>
        <source>Moved the annotations of %1 to %2</source>
        <translation>已将 %1 的标注移到 %2</translation>
    </message>
    <message>
        <source>Renamed %1 to %2</source>
        <translation>已将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Changed the label %1</source>
        <translation>已修改标签 %1</translation>
    </message>
    <message>
        <source>Deleted the label %1, %2 samples and %3 files</source>
        <translation>已删除标签 %1、%2 个样本和 %3 个文件</translation>
    </message>
    <message>
        <source>Show and change the label set</source>
        <translation>查看和修改标签集</translation>
    </message>
    <message>
        <source>List the labels</source>
        <translation>列出标签</translation>
    </message>
    <message>
        <source>The label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Add a label, NAME or NAME:#rrggbb</source>
        <translation>添加标签，NAME 或 NAME:#rrggbb</translation>
    </message>
    <message>
        <source>Key that chooses the label, e.g. 1</source>
        <translation>选择此标签的快捷键，例如 1</translation>
    </message>
    <message>
        <source>Rename a label on all samples; an existing name merges the two</source>
        <translation>在所有样本上重命名标签；名称已存在时合并两者</translation>
    </message>
    <message>
        <source>The new name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Give a label another colour</source>
        <translation>修改标签颜色</translation>
    </message>
    <message>
        <source>The new colour, #rrggbb</source>
        <translation>新颜色，#rrggbb</translation>
    </message>
    <message>
        <source>Delete a label and its annotations</source>
        <translation>删除标签及其标注</translation>
    </message>
    <message>
        <source>Also the samples that have only this label</source>
        <translation>同时删除仅包含此标签的样本</translation>
    </message>
    <message>
        <source>The same, and their source files</source>
        <translation>同上，并删除其源文件</translation>
    </message>
    <message>
        <source>%1: %2 so far</source>
        <translation>%1：已处理 %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2/%3</translation>
    </message>
    <message>
        <source>%1: %2 of %3, about %4 s left</source>
        <translation>%1：%2/%3，剩余约 %4 秒</translation>
    </message>
    <message>
        <source>Created the project %1</source>
        <translation>已创建项目 %1</translation>
    </message>
    <message>
        <source>Datasets: %1, samples: %2, annotations: %3</source>
        <translation>数据集：%1，样本：%2，标注：%3</translation>
    </message>
    <message>
        <source>Create and inspect projects</source>
        <translation>创建和查看项目</translation>
    </message>
    <message>
        <source>Create a project in a folder</source>
        <translation>在文件夹中创建项目</translation>
    </message>
    <message>
        <source>Folder; created if it does not exist</source>
        <translation>文件夹，不存在时自动创建</translation>
    </message>
    <message>
        <source>Show what a project contains</source>
        <translation>显示项目内容</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>正在发布</translation>
    </message>
    <message>
        <source>Published %1 with %2 samples and %3 annotations: %4</source>
        <translation>已发布 %1，包含 %2 个样本、%3 个标注：%4</translation>
    </message>
    <message>
        <source>%1 samples for training, %2 for validation, split evenly over the label sets with seed %3</source>
        <translation>训练集 %1 个样本，验证集 %2 个样本，按标签组合均匀切分，随机种子 %3</translation>
    </message>
    <message>
        <source>Samples: %1 added, %2 removed, %3 changed</source>
        <translation>样本：新增 %1，移除 %2，变更 %3</translation>
    </message>
    <message>
        <source>Annotations: %1 added, %2 removed, %3 changed</source>
        <translation>标注：新增 %1，移除 %2，变更 %3</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 after</source>
        <translation>%1：之前 %2，之后 %3</translation>
    </message>
    <message>
        <source>The dataset shows %1 now</source>
        <translation>数据集当前显示版本 %1</translation>
    </message>
    <message>
        <source>Unpublished work is kept as %1</source>
        <translation>未发布的内容已保留为 %1</translation>
    </message>
    <message>
        <source>Deleted the version %1; its files stay on disk</source>
        <translation>已删除版本 %1；其文件仍保留在磁盘上</translation>
    </message>
    <message>
        <source>Freeze the state of a dataset as a version</source>
        <translation>将数据集当前状态发布为版本</translation>
    </message>
    <message>
        <source>Name of the version; V001, V002, … by default</source>
        <translation>版本名称；默认为 V001、V002…</translation>
    </message>
    <message>
        <source>Share of samples for training, 0 to 1; without it no split</source>
        <translation>训练集比例，0 到 1；不指定则不切分</translation>
    </message>
    <message>
        <source>Number that decides the split</source>
        <translation>决定数据切分的随机种子</translation>
    </message>
    <message>
        <source>List the versions of a dataset</source>
        <translation>列出数据集的版本</translation>
    </message>
    <message>
        <source>Show what differs between two versions</source>
        <translation>显示两个版本的差异</translation>
    </message>
    <message>
        <source>The earlier version</source>
        <translation>较早的版本</translation>
    </message>
    <message>
        <source>The later version</source>
        <translation>较晚的版本</translation>
    </message>
    <message>
        <source>Make the dataset show a version</source>
        <translation>将版本设为数据集的当前版本</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Remove a version from the list; its files stay on disk</source>
        <translation>从列表中移除版本；其文件保留</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>正在绘制</translation>
    </message>
    <message>
        <source>Drew %1 pictures, %2 of them labelled, in %3</source>
        <translation>已绘制 %1 张图片，其中 %2 张已标注，位于 %3</translation>
    </message>
    <message>
        <source>Creating the sample project</source>
        <translation>正在创建示例项目</translation>
    </message>
    <message>
        <source>Created the sample project %1 with the dataset %2 of %3 pictures</source>
        <translation>已创建示例项目 %1，数据集 %2 包含 %3 张图片</translation>
    </message>
    <message>
        <source>Draw labelled pictures, with VOC files beside them</source>
        <translation>绘制带标注的图片，并附 VOC 文件</translation>
    </message>
    <message>
        <source>How many pictures</source>
        <translation>图片数量</translation>
    </message>
    <message>
        <source>Create the sample project</source>
        <translation>创建示例项目</translation>
    </message>
    <message>
        <source>Folder that is absent or empty</source>
        <translation>不存在的文件夹或空文件夹</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>没有内容丢失。</translation>
    </message>
    <message>
        <source>Looking for losses</source>
        <translation>正在检查会丢失的内容</translation>
    </message>
    <message>
        <source>Read back %1 samples with %2 annotations: %3 differences</source>
        <translation>已读回 %1 个样本、%2 个标注：%3 处差异</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>要写入的格式</translation>
    </message>
    <message>
        <source>Hard links to the pictures instead of copies</source>
        <translation>使用图片的硬链接，代替复制</translation>
    </message>
    <message>
        <source>coco: masks as compressed text</source>
        <translation>coco：掩码写为压缩文本</translation>
    </message>
    <message>
        <source>coco: the annotations only, which name the pictures where they are</source>
        <translation>coco：仅写入标注，图片指向其原位置</translation>
    </message>
    <message>
        <source>Read what was written and compare it</source>
        <translation>读取写入的内容并进行比较</translation>
    </message>
    <message>
        <source>Only say what the format cannot hold</source>
        <translation>仅说明该格式无法保存的内容</translation>
    </message>
    <message>
        <source>Refuse pictures of more megapixels (default: 1000)</source>
        <translation>拒绝超过此百万像素数的图片（默认：1000）</translation>
    </message>
    <message>
        <source>Object detection: take the boxes of objects that have an outline too</source>
        <translation>物体检测：同时采用带轮廓的物体的矩形</translation>
    </message>
    <message>
        <source>Make data to try the program with, or look into samples</source>
        <translation>生成用于试用程序的数据，或查看样本</translation>
    </message>
    <message>
        <source>Nothing like that is in the trash.</source>
        <translation>回收站中没有符合条件的项目。</translation>
    </message>
    <message>
        <source>Say what to restore: --id, --name or --all.</source>
        <translation>请指定要恢复的内容：--id、--name 或 --all。</translation>
    </message>
    <message>
        <source>Say what to delete for good: --id, --name, --older-than or --all.</source>
        <translation>请指定要永久删除的内容：--id、--name、--older-than 或 --all。</translation>
    </message>
    <message numerus="yes">
        <source>This would delete %n thing(s) for good, which cannot be taken back; add --yes if that is meant.</source>
        <translation>
            <numerusform>将永久删除 %n 个项目，此操作无法撤销；如确认，请添加 --yes。</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting for good</source>
        <translation>正在永久删除</translation>
    </message>
    <message>
        <source>Only what was in this dataset</source>
        <translation>仅限此数据集中的内容</translation>
    </message>
    <message>
        <source>Only this kind</source>
        <translation>仅限此类型</translation>
    </message>
    <message>
        <source>Numbers of things as “trash list” prints them</source>
        <translation>项目编号，即“trash list”输出的编号</translation>
    </message>
    <message>
        <source>Only what has this name</source>
        <translation>仅限此名称的项目</translation>
    </message>
    <message>
        <source>Only what was deleted this many days ago or more</source>
        <translation>仅限至少在此天数之前删除的项目</translation>
    </message>
    <message>
        <source>List, restore and delete for good what was deleted</source>
        <translation>列出、恢复和永久删除已删除的内容</translation>
    </message>
    <message>
        <source>List what is in the trash, the latest first</source>
        <translation>列出回收站中的内容，最近删除的在前</translation>
    </message>
    <message>
        <source>Put things back into their places</source>
        <translation>将项目恢复到原位置</translation>
    </message>
    <message>
        <source>All that the other options leave</source>
        <translation>符合其他选项的所有项目</translation>
    </message>
    <message>
        <source>Delete for good; files on disk stay</source>
        <translation>永久删除；磁盘上的文件保留</translation>
    </message>
    <message>
        <source>Do not ask: delete</source>
        <translation>不询问，直接删除</translation>
    </message>
    <message>
        <source>Tell who changed what on a sample, the latest first</source>
        <translation>显示样本的修改者和修改内容，最近的在前</translation>
    </message>
    <message>
        <source>File name, with its folder if there are several</source>
        <translation>文件名，有多个同名文件时需包含文件夹</translation>
    </message>
    <message>
        <source>Only this annotation, by its number</source>
        <translation>仅限此编号的标注</translation>
    </message>
    <message>
        <source>%1 was called %2</source>
        <translation>%1 原名 %2</translation>
    </message>
    <message>
        <source>Pack it: --to is the name of a zip archive</source>
        <translation>打包：--to 为 zip 压缩包的名称</translation>
    </message>
    <message>
        <source>How the pictures are labelled; auto, the default, recognises it</source>
        <translation>图片的标注格式；默认 auto 自动识别</translation>
    </message>
    <message>
        <source>A folder or a file, as the format has it, or a zip archive of it</source>
        <translation>文件夹或文件（取决于格式），或其 zip 压缩包</translation>
    </message>
    <message>
        <source>Refuse archives that unpack to more gigabytes (default: 100)</source>
        <translation>拒绝解压后超过此大小（GB）的压缩包（默认：100）</translation>
    </message>
    <message>
        <source>Refuse archives that grow by a larger factor when unpacked (default: 200)</source>
        <translation>拒绝解压膨胀倍数更大的压缩包（默认：200）</translation>
    </message>
    <message numerus="yes">
        <source>Group %1: %n picture(s), alike by %2 to %3</source>
        <translation>
            <numerusform>第 %1 组：%n 张图片，相似度 %2 至 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Comparing pictures</source>
        <translation>正在比较图片</translation>
    </message>
    <message>
        <source>Compared %1 pictures: %2 near-duplicates in %3 groups</source>
        <translation>已比较 %1 张图片：%3 组中有 %2 张近似重复图片</translation>
    </message>
    <message>
        <source>List groups of near-duplicate pictures; changes nothing</source>
        <translation>按组列出近似重复图片；不做任何更改</translation>
    </message>
    <message>
        <source>How alike pictures must be, 0.75 to 1 (default: 0.9)</source>
        <translation>图片必须有多相似，0.75 到 1（默认：0.9）</translation>
    </message>
    <message>
        <source>List the pictures most like one; changes nothing</source>
        <translation>列出与某张图片最相似的图片；不做任何更改</translation>
    </message>
    <message>
        <source>File name, with its folder if there are several; may be repeated</source>
        <translation>文件名；有重名时带上文件夹；可重复</translation>
    </message>
    <message>
        <source>How many to list</source>
        <translation>列出的数量</translation>
    </message>
    <message>
        <source>%1 was stopped; “jobs resume” goes on with it.</source>
        <translation>%1 已停止；使用“jobs resume”可继续。</translation>
    </message>
    <message>
        <source>%1 goes on without this command; “jobs show” tells how far it is, “jobs stop” ends it.</source>
        <translation>%1 将在后台继续运行；使用“jobs show”查看进度，使用“jobs stop”停止。</translation>
    </message>
    <message>
        <source>%1: %2 pictures like %3</source>
        <translation>%1：%2 张图片，与 %3 相似</translation>
    </message>
    <message>
        <source>Grouping pictures</source>
        <translation>正在对图片分组</translation>
    </message>
    <message>
        <source>Laying out pictures</source>
        <translation>正在计算图片分布</translation>
    </message>
    <message>
        <source>Wrote the places of %1 pictures to %2</source>
        <translation>已将 %1 张图片的位置写入 %2</translation>
    </message>
    <message>
        <source>Checking labels</source>
        <translation>正在检查标签</translation>
    </message>
    <message>
        <source>%1: %2, perhaps %3</source>
        <translation>%1：%2，可能是 %3</translation>
    </message>
    <message>
        <source>Checked %1 labels, %2 of them are doubtful</source>
        <translation>已检查 %1 个标签，其中 %2 个可疑</translation>
    </message>
    <message>
        <source>What pictures are looked at with: a model of the library, or “hand” for the built-in features (default: what the dataset used last, else the best there is)</source>
        <translation>提取图片特征的方式：模型库中的模型，或用“hand”表示内置特征（默认：数据集上次使用的方式，否则使用现有最好的）</translation>
    </message>
    <message>
        <source>Put pictures that look alike into groups</source>
        <translation>将相似的图片分到同一组</translation>
    </message>
    <message>
        <source>How many groups, 2 to 200</source>
        <translation>分组数，2 到 200</translation>
    </message>
    <message>
        <source>Attribute of the samples that tells the group</source>
        <translation>记录分组的样本属性</translation>
    </message>
    <message>
        <source>Empty or new folder for groups.csv and groups.json</source>
        <translation>存放 groups.csv 和 groups.json 的空文件夹或新文件夹</translation>
    </message>
    <message>
        <source>Also copy the pictures into a folder for each group</source>
        <translation>同时将图片复制到各组的文件夹</translation>
    </message>
    <message>
        <source>Group only samples that pass, e.g. state=unlabelled</source>
        <translation>仅对符合条件的样本分组，例如 state=unlabelled</translation>
    </message>
    <message>
        <source>How much sharpness counts, 0 to 1</source>
        <translation>清晰度的权重，0 到 1</translation>
    </message>
    <message>
        <source>How much brightness counts, 0 to 1</source>
        <translation>亮度的权重，0 到 1</translation>
    </message>
    <message>
        <source>How much colourfulness counts, 0 to 1</source>
        <translation>色彩丰富度的权重，0 到 1</translation>
    </message>
    <message>
        <source>Write a map on which pictures that look alike lie together</source>
        <translation>写入特征分布图，相似的图片位置相近</translation>
    </message>
    <message>
        <source>CSV file, or JSON if its name ends so</source>
        <translation>CSV 文件；文件名以 .json 结尾时为 JSON</translation>
    </message>
    <message>
        <source>%1 does not run (%2).</source>
        <translation>%1 未在运行（%2）。</translation>
    </message>
    <message>
        <source>Waiting for the checkpoint</source>
        <translation>正在等待检查点</translation>
    </message>
    <message>
        <source>%1 is done already.</source>
        <translation>%1 已经完成。</translation>
    </message>
    <message>
        <source>Running, per mille</source>
        <translation>运行进度（千分比）</translation>
    </message>
    <message>
        <source>List the jobs of the learning engine, or work with one</source>
        <translation>列出学习引擎的作业，或操作某个作业</translation>
    </message>
    <message>
        <source>Id of the job</source>
        <translation>作业 ID</translation>
    </message>
    <message>
        <source>Tell how a job stands</source>
        <translation>查看作业状态</translation>
    </message>
    <message>
        <source>Print a job&apos;s log</source>
        <translation>输出作业日志</translation>
    </message>
    <message>
        <source>Stop a job; it writes a checkpoint first</source>
        <translation>停止作业；停止前会保存检查点</translation>
    </message>
    <message>
        <source>Go on with a job that was stopped or has failed</source>
        <translation>继续已停止或失败的作业</translation>
    </message>
    <message>
        <source>Wait until it is over</source>
        <translation>等待作业结束</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n label(s)</source>
        <translation>
            <numerusform>%1，%n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>weights to start from</source>
        <translation>用于训练起点的权重</translation>
    </message>
    <message>
        <source>Deleted the model %1</source>
        <translation>已删除模型 %1</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>The model&apos;s id or name; name:V0001 for one of its versions</source>
        <translation>模型的 ID 或名称；用 name:V0001 指定某个版本</translation>
    </message>
    <message>
        <source>Work with the project&apos;s library of models</source>
        <translation>管理项目的模型库</translation>
    </message>
    <message>
        <source>Copy a model or weights into the library</source>
        <translation>将模型或权重复制到模型库</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Weights (.pth, .safetensors) or a TorchScript program (.pt)</source>
        <translation>权重（.pth、.safetensors）或 TorchScript 程序（.pt）</translation>
    </message>
    <message>
        <source>File with one label a line, in the order of the model&apos;s outputs</source>
        <translation>标签文件，每行一个标签，顺序与模型输出一致</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Side of the pictures that the model takes, in pixels</source>
        <translation>模型输入图片的边长（像素）</translation>
    </message>
    <message>
        <source>How pixels enter the model (default: rgb-imagenet)</source>
        <translation>像素输入模型的方式（默认：rgb-imagenet）</translation>
    </message>
    <message>
        <source>List the models</source>
        <translation>列出模型</translation>
    </message>
    <message>
        <source>Delete a model from the library</source>
        <translation>从模型库中删除模型</translation>
    </message>
    <message>
        <source>Copy a model&apos;s weight file to another place</source>
        <translation>将模型的权重文件复制到其他位置</translation>
    </message>
    <message>
        <source>The new file</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>Compare by what this model of the library sees, “hand” for the built-in features</source>
        <translation>用模型库中此模型的特征比较，“hand”表示内置特征</translation>
    </message>
    <message>
        <source>%1: %2 samples to confirm, %3 left alone</source>
        <translation>%1：%2 个样本待确认，%3 个未处理</translation>
    </message>
    <message>
        <source>Writing proposals</source>
        <translation>正在写入建议标注</translation>
    </message>
    <message>
        <source>It can start: %1 labelled samples, %2 to label, about %3 s</source>
        <translation>可以开始：已标注样本 %1 个，待标注 %2 个，约 %3 秒</translation>
    </message>
    <message>
        <source>No finished run waits.</source>
        <translation>没有已完成、待写入的运行。</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>正在确认</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) confirmed</source>
        <translation>
            <numerusform>已确认 %n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Rejecting</source>
        <translation>正在拒绝</translation>
    </message>
    <message numerus="yes">
        <source>The proposals of %n sample(s) were rejected</source>
        <translation>
            <numerusform>已拒绝 %n 个样本的建议标注</numerusform>
        </translation>
    </message>
    <message>
        <source>fast, precise, or model</source>
        <translation>fast、precise 或 model</translation>
    </message>
    <message>
        <source>Model or weights of the library, or hand for none; needed for the mode model</source>
        <translation>模型库中的模型或权重，hand 表示不使用；model 模式下必须指定</translation>
    </message>
    <message>
        <source>Let the machine propose labels for what is not labelled yet</source>
        <translation>让机器为未标注的样本生成建议标注</translation>
    </message>
    <message>
        <source>Time for training, objects and masks only</source>
        <translation>训练时间，仅用于标注对象和掩码</translation>
    </message>
    <message>
        <source>Propose nothing below, 0 to 1</source>
        <translation>低于此值的不作为建议，0 到 1</translation>
    </message>
    <message>
        <source>How many of the proposed samples are marked as hard, 0 to 1</source>
        <translation>建议标注的样本中标记为难例的比例，0 到 1</translation>
    </message>
    <message>
        <source>Wait until it is over and write the proposals</source>
        <translation>等待运行结束并写入建议标注</translation>
    </message>
    <message>
        <source>Tell what keeps a run from starting</source>
        <translation>说明无法开始运行的原因</translation>
    </message>
    <message>
        <source>Write the proposals of runs that have finished</source>
        <translation>写入已完成运行的建议标注</translation>
    </message>
    <message>
        <source>List the runs on the dataset</source>
        <translation>列出数据集的运行</translation>
    </message>
    <message>
        <source>Confirm proposals</source>
        <translation>确认建议标注</translation>
    </message>
    <message>
        <source>Those with this confidence at least, 0 to 1</source>
        <translation>仅限达到此置信度的样本，0 到 1</translation>
    </message>
    <message>
        <source>Take proposals off samples; they are not made again</source>
        <translation>移除样本的建议标注；之后不会重新生成</translation>
    </message>
    <message>
        <source>Only those that pass, such as confidence&lt;0.5</source>
        <translation>仅限符合条件的样本，例如 confidence&lt;0.5</translation>
    </message>
    <message>
        <source>“%1” must be like key=value.</source>
        <translation>“%1”须写成 key=value 的形式。</translation>
    </message>
    <message>
        <source>%1 samples for training, %2 for validation, %3 labels; about %4 s (%5)</source>
        <translation>训练样本 %1 个，验证样本 %2 个，标签 %3 个；约 %4 秒（%5）</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>正在读取标签</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>已启动 %1</translation>
    </message>
    <message>
        <source>Training, per mille</source>
        <translation>训练进度（千分比）</translation>
    </message>
    <message>
        <source>  %1: %2 of %3 right, precision %4, recall %5, F1 %6</source>
        <translation>  %1：%3 个中 %2 个正确，精确率 %4，召回率 %5，F1 %6</translation>
    </message>
    <message>
        <source>Evaluating, per mille</source>
        <translation>评估进度（千分比）</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) have labels that the model does not know; they were left out.</source>
        <translation>
            <numerusform>%n 个标注的标签不在模型中，已忽略。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>正在查找图片</translation>
    </message>
    <message>
        <source>Predicting, per mille</source>
        <translation>预测进度（千分比）</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Wrote %1 annotations for %2 pictures: %3</source>
        <translation>已写入 %2 张图片的 %1 个标注：%3</translation>
    </message>
    <message>
        <source>Threads to compute with (default: as there are cores)</source>
        <translation>计算线程数（默认：与核心数相同）</translation>
    </message>
    <message>
        <source>auto, cpu or cuda (default: auto)</source>
        <translation>auto、cpu 或 cuda（默认：auto）</translation>
    </message>
    <message>
        <source>Train a model on labelled samples</source>
        <translation>用已标注的样本训练模型</translation>
    </message>
    <message>
        <source>Name of the dataset, or name:version; may be repeated</source>
        <translation>数据集名称，或 name:version；可重复指定</translation>
    </message>
    <message>
        <source>A parameter, key=value; may be repeated</source>
        <translation>参数，key=value；可重复指定</translation>
    </message>
    <message>
        <source>Name of the job and its model (default: the dataset&apos;s)</source>
        <translation>作业及其模型的名称（默认：数据集名称）</translation>
    </message>
    <message>
        <source>Model of the library to start from</source>
        <translation>作为训练起点的模型库模型</translation>
    </message>
    <message>
        <source>Share of samples to learn from, where a version has no split (default: 0.8)</source>
        <translation>版本未切分时，用于训练的样本比例（默认：0.8）</translation>
    </message>
    <message>
        <source>Seed of that split</source>
        <translation>切分的随机种子</translation>
    </message>
    <message>
        <source>Wait until it is over; Ctrl+C leaves it running</source>
        <translation>等待作业结束；按 Ctrl+C 后作业继续运行</translation>
    </message>
    <message>
        <source>Only tell what it would read, how long it would take and what is missing</source>
        <translation>仅说明将读取的数据、预计用时和缺少的条件</translation>
    </message>
    <message>
        <source>Compare a model&apos;s answers with labels</source>
        <translation>将模型的预测与标签进行比较</translation>
    </message>
    <message>
        <source>Name of the dataset, or name:version</source>
        <translation>数据集名称，或 name:version</translation>
    </message>
    <message>
        <source>Samples of a version with a split: validation (default) or all</source>
        <translation>已切分版本中使用的样本：validation（默认）或 all</translation>
    </message>
    <message>
        <source>Ask a model about the pictures of a folder</source>
        <translation>用模型预测文件夹中的图片</translation>
    </message>
    <message>
        <source>Folder with pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>The manifest to write</source>
        <translation>要写入的 Manifest</translation>
    </message>
    <message>
        <source>Confidence of objects that count, 0 to 1 (default: 0.3)</source>
        <translation>计入的标注对象的最低置信度，0 到 1（默认：0.3）</translation>
    </message>
    <message>
        <source>One of: %1</source>
        <translation>可选值：%1</translation>
    </message>
    <message>
        <source>%1 keeps its label.</source>
        <translation>%1 保留其标签。</translation>
    </message>
    <message>
        <source>List labels that are likely wrong</source>
        <translation>列出可能有误的标签</translation>
    </message>
    <message>
        <source>Also labels that a person has kept before</source>
        <translation>同时包括之前人工保留过的标签</translation>
    </message>
    <message>
        <source>Only say that the label of this sample is right</source>
        <translation>仅声明此样本的标签正确</translation>
    </message>
    <message>
        <source>four clicks on the canvas</source>
        <translation>画布上的四点轮廓</translation>
    </message>
    <message>
        <source>point and box on the canvas</source>
        <translation>画布上的点与框</translation>
    </message>
    <message>
        <source>Encoder and decoder of an assistant for the canvas: two TorchScript programs</source>
        <translation>画布助手的编码器和解码器：两个 TorchScript 程序</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>the id of a job, then a sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Looking at pictures</source>
        <translation>正在分析图片</translation>
    </message>
    <message>
        <source>No sample waits for a label.</source>
        <translation>没有待标注的样本。</translation>
    </message>
    <message>
        <source>List the samples whose labels would teach the most, the most useful first</source>
        <translation>列出最有学习价值的待标注样本，最有用的在前</translation>
    </message>
    <message>
        <source>How many at most</source>
        <translation>最多列出的数量</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>On %1 held-out outlines: IoU %2 learned, %3 built-in</source>
        <translation>在 %1 个留出轮廓上：学到的方法 IoU %2，内置方法 IoU %3</translation>
    </message>
    <message>
        <source>The tool Four clicks uses what was learned.</source>
        <translation>“四点轮廓”工具将使用学到的方法。</translation>
    </message>
    <message>
        <source>The tool Four clicks keeps to the built-in way.</source>
        <translation>“四点轮廓”工具仍使用内置方法。</translation>
    </message>
    <message>
        <source>  %1: IoU %2, precision %3, recall %4, F1 %5</source>
        <translation>  %1：IoU %2，精确率 %3，召回率 %4，F1 %5</translation>
    </message>
</context>
<context>
    <name>lw::common::ColourButton</name>
    <message>
        <source>Colour as #rrggbb</source>
        <translation>颜色，格式为 #rrggbb</translation>
    </message>
</context>
<context>
    <name>lw::common::MessageBox</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>lw::common::SearchField</name>
    <message>
        <source>Clear (Esc)</source>
        <translation>清除 (Esc)</translation>
    </message>
</context>
<context>
    <name>lw::common::Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::AttributesEditor</name>
    <message>
        <source>Attributes</source>
        <translation>标签属性</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Values, separated by commas</source>
        <translation>取值，以逗号分隔</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>添加属性</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Leave empty for free text</source>
        <translation>留空表示自由文本</translation>
    </message>
    <message>
        <source>The attribute “%1” appears twice.</source>
        <translation>属性“%1”重复。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::CompareVersionsDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>版本比较</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <extracomment>two version names</extracomment>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>The two versions have the same samples and labels.</source>
        <translation>两个版本的样本和标签相同。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Samples added</source>
        <translation>新增样本</translation>
    </message>
    <message>
        <source>Samples removed</source>
        <translation>移除样本</translation>
    </message>
    <message>
        <source>Samples changed</source>
        <translation>变更样本</translation>
    </message>
    <message>
        <source>Objects added</source>
        <translation>新增标注对象</translation>
    </message>
    <message>
        <source>Objects removed</source>
        <translation>移除标注对象</translation>
    </message>
    <message>
        <source>Objects changed</source>
        <translation>变更标注对象</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>was called %1</source>
        <translation>原名 %1</translation>
    </message>
    <message>
        <source>other colour</source>
        <translation>颜色不同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Samples that differ</source>
        <translation>有差异的样本</translation>
    </message>
    <message>
        <source>Open a sample with a double click or Enter</source>
        <translation>双击或按 Enter 打开样本</translation>
    </message>
    <message>
        <source>Labels added</source>
        <translation>新增标签</translation>
    </message>
    <message>
        <source>Labels removed</source>
        <translation>移除的标签</translation>
    </message>
    <message>
        <source>Labels changed</source>
        <translation>标签已更改</translation>
    </message>
    <message>
        <source>Changes by label</source>
        <translation>按标签的变化</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::DeleteLabelDialog</name>
    <message>
        <source>Delete label “%1”</source>
        <translation>删除标签“%1”</translation>
    </message>
    <message>
        <source>%1 objects on %2 samples have this label; %3 of the samples have no other.</source>
        <translation>%2 个样本上的 %1 个标注对象使用此标签；其中 %3 个样本仅包含此标签。</translation>
    </message>
    <message>
        <source>Only the label</source>
        <translation>仅删除标签</translation>
    </message>
    <message>
        <source>Deletes the label and its objects. All samples stay.</source>
        <translation>删除标签及其标注对象，保留所有样本。</translation>
    </message>
    <message>
        <source>The label and the samples that have only it</source>
        <translation>删除标签及仅包含此标签的样本（不删除源文件）</translation>
    </message>
    <message>
        <source>The label, these samples and their files</source>
        <translation>删除标签及仅包含此标签的样本（同时删除源文件）</translation>
    </message>
    <message numerus="yes">
        <source>The files of %n samples are deleted from the disk. This cannot be undone.</source>
        <translation>
            <numerusform>从磁盘删除 %n 个样本的文件。此操作无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>%n samples move to the trash; their files stay on disk.</source>
        <translation>
            <numerusform>%n 个样本将移到回收站；其文件保留在磁盘上。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::DeleteSamplesDialog</name>
    <message numerus="yes">
        <source>Delete %n samples</source>
        <translation>
            <numerusform>删除 %n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete their source files from the disk too</source>
        <translation>同时删除源文件</translation>
    </message>
    <message>
        <source>Also used by:</source>
        <translation>同时用于：</translation>
    </message>
    <message>
        <source>What else uses these samples</source>
        <translation>使用这些样本的其他位置</translation>
    </message>
    <message>
        <source>The files stay on disk. Undo brings the samples back.</source>
        <translation>文件保留在磁盘上。可通过撤销恢复样本。</translation>
    </message>
    <message>
        <source>The files are deleted for good. This cannot be undone.</source>
        <translation>文件将被永久删除。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete samples and files</source>
        <translation>删除样本和文件</translation>
    </message>
    <message>
        <source>Delete samples</source>
        <translation>删除样本</translation>
    </message>
    <message>
        <source>Files used elsewhere stay on disk; the rest is deleted for good. This cannot be undone.</source>
        <translation>其他数据集或版本使用的文件保留在磁盘上，其余文件将被永久删除。此操作无法撤销。</translation>
    </message>
    <message numerus="yes">
        <source>They move to the trash together with their %n objects.</source>
        <translation>
            <numerusform>样本将连同其 %n 个标注对象移到回收站。</numerusform>
        </translation>
    </message>
    <message>
        <source>They move to the trash.</source>
        <translation>样本将移到回收站。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::EditDatasetDialog</name>
    <message>
        <source>Edit dataset</source>
        <translation>修改数据集</translation>
    </message>
    <message>
        <source>Labels are edited in the label panel of the dataset&apos;s page.</source>
        <translation>标签可在数据集页面的标签面板中修改。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>All shapes</source>
        <translation>所有形状</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>What may be drawn. Existing shapes stay.</source>
        <translation>允许绘制的形状。已有的形状保持不变。</translation>
    </message>
    <message>
        <source>Input location</source>
        <translation>输入位置</translation>
    </message>
    <message>
        <source>Output location</source>
        <translation>输出位置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A dataset needs a name.</source>
        <translation>请输入数据集名称。</translation>
    </message>
    <message>
        <source>Use letters, digits, “_” and “-” only.</source>
        <translation>只能使用字母、数字、“_”和“-”。</translation>
    </message>
    <message>
        <source>A dataset with this name already exists.</source>
        <translation>已存在同名数据集。</translation>
    </message>
    <message>
        <source>Choose the input location</source>
        <translation>选择输入位置</translation>
    </message>
    <message>
        <source>Choose the output location</source>
        <translation>选择输出位置</translation>
    </message>
    <message>
        <source>Samples from the old folder are looked up in the new one.</source>
        <translation>旧文件夹中的样本将在新文件夹中查找。</translation>
    </message>
    <message>
        <source>New versions are written here. Published files stay where they are.</source>
        <translation>新版本将写入此处。已发布的文件保留在原位置。</translation>
    </message>
    <message>
        <source>Choose the folder with the samples.</source>
        <translation>请选择样本所在的文件夹。</translation>
    </message>
    <message>
        <source>This is a file. Choose a folder.</source>
        <translation>这是一个文件，请选择文件夹。</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>此文件夹不存在。</translation>
    </message>
    <message>
        <source>Choose a folder for published versions.</source>
        <translation>请选择发布版本的文件夹。</translation>
    </message>
    <message>
        <source>One kind only:</source>
        <translation>只用一种：</translation>
    </message>
    <message>
        <source>One kind only, not kept by every format:</source>
        <translation>只用一种，并非每种格式都能保存：</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::EvaluateDialog</name>
    <message>
        <source>Evaluate %1</source>
        <translation>评估 %1</translation>
    </message>
    <message>
        <source>Compares the answers of the model with your labels. Samples that the model has learnt from make it look better than it is.</source>
        <translation>将模型的预测与您的标签进行比较。如果使用模型训练过的样本，结果会偏高。</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Validation part, where the version has one</source>
        <translation>验证集（版本已切分时）</translation>
    </message>
    <message>
        <source>All labelled samples</source>
        <translation>所有已标注样本</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Current labels</source>
        <translation>当前标签</translation>
    </message>
    <message>
        <source>Nothing is labelled in this dataset yet.</source>
        <translation>此数据集还没有标注。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Choose the target folder</source>
        <translation>选择目标文件夹</translation>
    </message>
    <message>
        <source>Write hard marks</source>
        <translation>写入难例属性</translation>
    </message>
    <message>
        <source>VOC devkit layout (Annotations, JPEGImages, ImageSets)</source>
        <translation>VOC devkit 目录结构（Annotations、JPEGImages、ImageSets）</translation>
    </message>
    <message>
        <source>Choose the new dataset&apos;s input location</source>
        <translation>选择新数据集的输入位置</translation>
    </message>
    <message>
        <source>Choose the new dataset&apos;s output location</source>
        <translation>选择新数据集的输出位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>导出范围</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>A new dataset</source>
        <translation>新数据集</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Created if it does not exist; otherwise it must be empty.</source>
        <translation>不存在时自动创建；已存在时必须为空。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Input location</source>
        <translation>输入位置</translation>
    </message>
    <message>
        <source>The samples are copied here.</source>
        <translation>样本将复制到此处。</translation>
    </message>
    <message>
        <source>Output location</source>
        <translation>输出位置</translation>
    </message>
    <message>
        <source>Versions of the new dataset are written here.</source>
        <translation>新数据集的版本将写入此处。</translation>
    </message>
    <message>
        <source>There are no samples to export.</source>
        <translation>没有可导出的样本。</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择文件夹。</translation>
    </message>
    <message>
        <source>This is a file. Choose a folder.</source>
        <translation>这是一个文件，请选择文件夹。</translation>
    </message>
    <message>
        <source>This folder is not empty. Choose another or a new one.</source>
        <translation>此文件夹不为空，请选择其他文件夹或新建文件夹。</translation>
    </message>
    <message>
        <source>A dataset needs a name.</source>
        <translation>请输入数据集名称。</translation>
    </message>
    <message>
        <source>Use letters, digits, “_” and “-” only.</source>
        <translation>只能使用字母、数字、“_”和“-”。</translation>
    </message>
    <message>
        <source>A dataset with this name already exists.</source>
        <translation>已存在同名数据集。</translation>
    </message>
    <message numerus="yes">
        <source>The selection (%Ln samples)</source>
        <translation>
            <numerusform>当前选中样本（%Ln 个）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All that match the filter (%Ln samples)</source>
        <translation>
            <numerusform>当前筛选条件下的所有样本（%Ln 个）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole dataset (%Ln samples)</source>
        <translation>
            <numerusform>整个数据集（%Ln 个样本）</numerusform>
        </translation>
    </message>
    <message>
        <source>Check after writing: read the export and compare it</source>
        <translation>写入后检查：读取导出内容并进行比较</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of this dataset are stored turned (EXIF). Exported coordinates are of the upright picture, as it is shown here.</source>
        <translation>
            <numerusform>此数据集中有 %n 张图片以旋转方式存储（EXIF）。导出的坐标以转正后的图片为准，与此处显示一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>No file format can hold this type of dataset.</source>
        <translation>没有文件格式可以保存此类型的数据集。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::FormDialog</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::GroupDialog</name>
    <message>
        <source>Auto-grouping</source>
        <translation>自动分组</translation>
    </message>
    <message>
        <source>Pictures that look alike come into one group. Labels are not touched; the groups become an attribute that you can filter by.</source>
        <translation>将相似的图片分到同一组。标签不会改变；分组结果作为属性，可用于筛选。</translation>
    </message>
    <message>
        <source>Write the group as an attribute of each sample</source>
        <translation>将分组写为各样本的属性</translation>
    </message>
    <message>
        <source>Save lists of the groups to a folder</source>
        <translation>将分组列表保存到文件夹</translation>
    </message>
    <message>
        <source>Choose a folder for the groups</source>
        <translation>选择分组结果的文件夹</translation>
    </message>
    <message>
        <source>And copies of the pictures, a folder for each group</source>
        <translation>同时复制图片，每组一个文件夹</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组数</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>All %1 samples</source>
        <translation>全部 %1 个样本</translation>
    </message>
    <message>
        <source>The %1 samples that are shown</source>
        <translation>当前显示的 %1 个样本</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>A network of the model library sees more than the built-in features.</source>
        <translation>模型库中的网络比内置特征更能识别图片内容。</translation>
    </message>
    <message>
        <source>Sharpness counts</source>
        <translation>清晰度权重</translation>
    </message>
    <message>
        <source>Brightness counts</source>
        <translation>亮度权重</translation>
    </message>
    <message>
        <source>Colour counts</source>
        <translation>颜色权重</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>as the content</source>
        <translation>与内容相同</translation>
    </message>
    <message>
        <source>not at all</source>
        <extracomment>how much sharpness, brightness or colour count against what is in the picture</extracomment>
        <translation>不考虑</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Choose at least one place for the result.</source>
        <translation>请至少选择一种结果保存方式。</translation>
    </message>
    <message>
        <source>1 to 64 characters, none of these: &quot; : , =</source>
        <translation>1～64 个字符，不能包含 &quot; : , =</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择文件夹。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Nothing has been changed here since it was imported or added.</source>
        <translation>自导入或添加以来未作任何更改。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::ImportAssistantDialog</name>
    <message>
        <source>Import an assistant</source>
        <translation>导入助手</translation>
    </message>
    <message>
        <source>A network of the kind of MobileSAM as two TorchScript programs. Both are tried on an empty picture, then copied into the project. Programs can do anything: take only files that you trust. They run in a process of their own.</source>
        <translation>与 MobileSAM 同类的网络，由两个 TorchScript 程序组成。导入时先用空白图片试运行两者，再复制到项目中。程序可以执行任何操作：请只使用您信任的文件。它们在独立的进程中运行。</translation>
    </message>
    <message>
        <source>Choose the encoder</source>
        <translation>选择编码器</translation>
    </message>
    <message>
        <source>Choose the decoder</source>
        <translation>选择解码器</translation>
    </message>
    <message>
        <source>TorchScript programs (*.pt *.pth *.ts *.torchscript);;All files (*)</source>
        <translation>TorchScript 程序 (*.pt *.pth *.ts *.torchscript);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Looks at a picture once.</source>
        <translation>每张图片只分析一次。</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>Answers points and boxes with what the encoder has seen.</source>
        <translation>根据编码器的分析结果响应点和框。</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Side of the encoder&apos;s input; 1024 for nearly all of them.</source>
        <translation>编码器输入的边长；绝大多数为 1024。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>文件不存在。</translation>
    </message>
    <message>
        <source>Choose the file of the encoder.</source>
        <translation>请选择编码器文件。</translation>
    </message>
    <message>
        <source>Choose the file of the decoder.</source>
        <translation>请选择解码器文件。</translation>
    </message>
    <message>
        <source>Give the assistant a name.</source>
        <translation>请输入助手名称。</translation>
    </message>
    <message>
        <source>The name becomes a folder: it must not begin with a point, nor hold a slash.</source>
        <translation>名称将用作文件夹名：不能以点开头，也不能包含斜杠。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Adds samples and annotations to “%1”.</source>
        <translation>将样本和标注导入“%1”。</translation>
    </message>
    <message>
        <source>Choose the folder with the XML files</source>
        <translation>选择 XML 文件所在的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder with the pictures</source>
        <translation>选择图片所在的文件夹</translation>
    </message>
    <message>
        <source>Copy the pictures into the input location</source>
        <translation>将图片复制到输入位置</translation>
    </message>
    <message>
        <source>Import labels and annotations too</source>
        <translation>同时导入标签和标注</translation>
    </message>
    <message>
        <source>Only hard examples</source>
        <translation>只导入难例</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Import from</source>
        <translation>导入来源</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Matched with the pictures by file name.</source>
        <translation>按文件名与图片匹配。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Otherwise the pictures stay where they are.</source>
        <translation>否则图片保留在原位置。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>文件夹不存在。</translation>
    </message>
    <message>
        <source>Choose the folder with the XML files.</source>
        <translation>请选择 XML 文件所在的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder with the pictures.</source>
        <translation>请选择图片所在的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder to import</source>
        <translation>选择要导入的文件夹</translation>
    </message>
    <message>
        <source>Annotations and pictures are in two folders</source>
        <translation>标注和图片在两个文件夹中</translation>
    </message>
    <message>
        <source>Take the boxes of objects with an outline</source>
        <translation>有轮廓的对象取其矩形框</translation>
    </message>
    <message>
        <source>Only pictures with a label that is taken</source>
        <translation>只导入带有所选标签的图片</translation>
    </message>
    <message>
        <source>Choose the file to import</source>
        <translation>选择要导入的文件</translation>
    </message>
    <message>
        <source>Annotation files (%1);;All files (*)</source>
        <translation>标注文件 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Chosen by you. It looks different: %1</source>
        <translation>由您选择。看起来是另一种：%1</translation>
    </message>
    <message>
        <source>Choose a folder or a file.</source>
        <translation>请选择文件夹或文件。</translation>
    </message>
    <message>
        <source>There is no such folder or file.</source>
        <translation>没有这个文件夹或文件。</translation>
    </message>
    <message>
        <source>Choose how the pictures are labelled.</source>
        <translation>请选择图片的标注格式。</translation>
    </message>
    <message>
        <source>Folder or file; or drop it here</source>
        <translation>文件夹或文件；也可拖放到此处</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Choose one file: a manifest, a COCO file, …</source>
        <translation>选择一个文件：manifest、COCO 文件等</translation>
    </message>
    <message>
        <source>Choose a format</source>
        <translation>选择格式</translation>
    </message>
    <message>
        <source>Recognised by itself; choose another one if that is wrong</source>
        <translation>已自动识别；如有误请另选</translation>
    </message>
    <message>
        <source>Object detection: an object with a box and an outline becomes its box</source>
        <translation>物体检测：同时带有矩形框和轮廓的对象取其矩形框</translation>
    </message>
    <message>
        <source>Pictures without any of the labels that are taken stay out</source>
        <translation>不含任何所选标签的图片不导入</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> 百万像素</translation>
    </message>
    <message>
        <source>Larger pictures are refused with a message, so that a broken file cannot fill the memory.</source>
        <translation>超过上限的图片将被拒绝并给出提示，避免损坏的文件占满内存。</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>最大图片</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::ImportModelDialog</name>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Weights of a known network, or a TorchScript program. The file is copied into the project; only numbers are read from it, nothing in it is run before you use the model.</source>
        <translation>已知网络的权重，或 TorchScript 程序。文件将复制到项目中；导入时只读取其中的数值，使用模型前不会运行其中的任何内容。</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose the list of labels</source>
        <translation>选择标签列表</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pth *.pt *.th *.bin *.torchscript);;All files (*)</source>
        <translation>模型 (*.safetensors *.pth *.pt *.th *.bin *.torchscript);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Text files (*.txt *.names *.labels);;All files (*)</source>
        <translation>文本文件 (*.txt *.names *.labels);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Only if the file does not tell them</source>
        <translation>仅在文件中没有标签时需要</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>safetensors, a PyTorch state dict, or TorchScript.</source>
        <translation>safetensors、PyTorch state dict 或 TorchScript。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>One label a line, in the order of the model&apos;s outputs. Without labels a model can only be the start of a training.</source>
        <translation>每行一个标签，顺序与模型输出一致。没有标签的模型只能作为训练的起点。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>正在检查文件…</translation>
    </message>
    <message>
        <source>Choose the file of the model.</source>
        <translation>请选择模型文件。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>文件不存在。</translation>
    </message>
    <message>
        <source>Give the model a name.</source>
        <translation>请输入模型名称。</translation>
    </message>
    <message>
        <source>The name becomes a folder: it must not begin with a point, nor hold a slash.</source>
        <translation>名称将用作文件夹名：不能以点开头，也不能包含斜杠。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::ImportPreviewPanel</name>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>First pictures</source>
        <translation>前几张图片</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>标注对象</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Choose a folder or a file, or drop it here. Its format is recognised, and you see what it would bring before anything is written.</source>
        <translation>选择文件夹或文件，或拖放到此处。系统会识别其格式，写入之前您可以先看到将导入的内容。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Looks at files and pictures; nothing is written.</source>
        <translation>查看文件和图片；不写入任何内容。</translation>
    </message>
    <message>
        <source>No format was recognised</source>
        <translation>未识别出格式</translation>
    </message>
    <message>
        <source>Looked for: %1. If you know the format, choose it at the left.</source>
        <extracomment>%1 is a list of formats</extracomment>
        <translation>查找过：%1。如果知道格式，请在左侧选择。</translation>
    </message>
    <message>
        <source>This cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a kind of figures, %2 how many</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures have no annotation.</source>
        <translation>
            <numerusform>%Ln 张图片没有标注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures were not found; they stay out.</source>
        <translation>
            <numerusform>%Ln 张图片未找到，不会导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures stay out for another reason.</source>
        <translation>
            <numerusform>%Ln 张图片因其他原因不会导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels (%L1)</source>
        <translation>标签（%L1）</translation>
    </message>
    <message>
        <source>Problems (%L1)</source>
        <translation>问题（%L1）</translation>
    </message>
    <message numerus="yes">
        <source>%1
%Ln objects</source>
        <translation>
            <numerusform>%1
%Ln 个标注对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::LabelEditDialog</name>
    <message>
        <source>New label</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Label “%1”</source>
        <translation>标签“%1”</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>1 to 32 letters, digits, Chinese characters, spaces, “_” or “-”</source>
        <translation>1～32 个中文、字母、数字、空格、“_”或“-”</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Press the key that chooses this label while drawing, for example 1 or Q.</source>
        <translation>按下绘制时用于选择此标签的按键，例如 1 或 Q。</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>标签属性</translation>
    </message>
    <message>
        <source>Properties that objects of this label can have, for example colour: black, white.</source>
        <translation>此标签的每个标注对象可具有的属性，例如颜色：黑色、白色。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>A label needs a name.</source>
        <translation>请输入标签名。</translation>
    </message>
    <message>
        <source>Use 1 to 32 letters, digits, Chinese characters, spaces, “_” or “-”.</source>
        <translation>请使用 1～32 个中文、字母、数字、空格、“_”或“-”。</translation>
    </message>
    <message>
        <source>This label already exists.</source>
        <translation>此标签已存在。</translation>
    </message>
    <message>
        <source>“%1” already exists: the objects of both labels will be merged under it.</source>
        <translation>“%1”已存在：两个标签的标注对象将合并到该标签下。</translation>
    </message>
    <message>
        <source>The label “%1” has this shortcut.</source>
        <translation>标签“%1”已使用此快捷键。</translation>
    </message>
    <message>
        <source>The program uses this key for “%1”.</source>
        <translation>此按键已用于程序操作“%1”。</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>骨架</translation>
    </message>
    <message>
        <source>Joints and bones for drawing poses, for example of people.</source>
        <translation>用于标注姿态（例如人体）的关节点和骨骼。</translation>
    </message>
    <message>
        <source>Edit skeleton…</source>
        <translation>编辑骨架…</translation>
    </message>
    <message>
        <source>Edit skeleton</source>
        <translation>编辑骨架</translation>
    </message>
    <message>
        <source>Add joints, name them and draw bones between them</source>
        <translation>添加关节点、为其命名并绘制骨骼</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>%1 is &quot;5 bones&quot;</extracomment>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%n joints, %1</source>
        <translation>
            <numerusform>%n 个关节点，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bones</source>
        <translation>
            <numerusform>%n 根骨骼</numerusform>
        </translation>
    </message>
    <message>
        <source>Skeletons that are drawn already stay as single joints without names and bones.</source>
        <translation>已绘制的骨架将保留为没有名称和骨骼的单个关节点。</translation>
    </message>
    <message numerus="yes">
        <source>This label has %Ln objects. In skeletons among them the new joints are absent at first.</source>
        <translation>
            <numerusform>此标签有 %Ln 个标注对象。其中骨架的新关节点初始为不存在。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This label has %Ln objects. When you save, skeletons among them lose these joints: %1. Undo in the gallery brings them back.</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>
            <numerusform>此标签有 %Ln 个标注对象。保存后，其中的骨架将失去这些关节点：%1。在图库中撤销可恢复。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::LabelMapTable</name>
    <message>
        <source>Labels and what becomes of them</source>
        <translation>标签及其处理方式</translation>
    </message>
    <message>
        <source>Label in the files</source>
        <translation>文件中的标签</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>标注对象</translation>
    </message>
    <message>
        <source>Name in the dataset</source>
        <translation>数据集中的名称</translation>
    </message>
    <message>
        <source>Untick a label to leave it out (Space); change its name to rename or merge it (F2)</source>
        <translation>取消勾选则不导入该标签（空格）；修改名称可重命名或合并（F2）</translation>
    </message>
    <message>
        <source>new label</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>not a label name</source>
        <translation>不是有效的标签名</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a label: use 1 to 32 letters, digits, blanks, “_” and “-”.</source>
        <translation>“%1”不能作为标签名：请使用 1 到 32 个字母、数字、空格、“_”和“-”。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::LabelsEditor</name>
    <message>
        <source>New label</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Type a name and press Enter</source>
        <translation>输入名称后按 Enter</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Paste a list of names</source>
        <translation>粘贴名称列表</translation>
    </message>
    <message>
        <source>Edit the selected label</source>
        <translation>修改所选标签</translation>
    </message>
    <message>
        <source>Remove the selected labels</source>
        <translation>移除所选标签</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>标签属性</translation>
    </message>
    <message>
        <source>Not allowed as a label: %1. Use 1 to 32 letters, digits, Chinese characters, spaces, “_” or “-”.</source>
        <translation>不能作为标签名：%1。请使用 1～32 个中文、字母、数字、空格、“_”或“-”。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::LossDialog</name>
    <message>
        <source>Before the export</source>
        <translation>导出前</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>无内容丢失</translation>
    </message>
    <message>
        <source>What “%1” cannot hold</source>
        <translation>“%1”无法保存的内容</translation>
    </message>
    <message>
        <source>“%1” holds everything that these %2 samples with %3 annotations say.</source>
        <translation>“%1”可以保存这 %2 个样本、%3 个标注的全部内容。</translation>
    </message>
    <message>
        <source>Found in %1 samples with %2 annotations. Your dataset stays as it is.</source>
        <translation>在 %1 个样本、%2 个标注中发现。您的数据集保持不变。</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>将丢失的内容</translation>
    </message>
    <message numerus="yes">
        <source>Show %n sample(s)</source>
        <translation>
            <numerusform>查看 %n 个样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the first %n samples</source>
        <translation>
            <numerusform>查看前 %n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: show the samples</source>
        <translation>%1：查看样本</translation>
    </message>
    <message>
        <source>Close this and select the samples in the gallery</source>
        <translation>关闭此对话框并在图库中选择这些样本</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Start the export (Enter)</source>
        <translation>开始导出 (Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without an export (Esc)</source>
        <translation>关闭，不导出 (Esc)</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::NewDatasetDialog</name>
    <message>
        <source>Input and output location must be different folders.</source>
        <translation>输入位置和输出位置不能相同。</translation>
    </message>
    <message>
        <source>The output location must not lie within the input location.</source>
        <translation>输出位置不能位于输入位置内。</translation>
    </message>
    <message>
        <source>New dataset</source>
        <translation>创建数据集</translation>
    </message>
    <message>
        <source>A dataset is a folder of samples together with their labels.</source>
        <translation>数据集由一个文件夹中的样本及其标签组成。</translation>
    </message>
    <message>
        <source>Choose the input location</source>
        <translation>选择输入位置</translation>
    </message>
    <message>
        <source>Choose the output location</source>
        <translation>选择输出位置</translation>
    </message>
    <message>
        <source>Create dataset</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Folder with the pictures</source>
        <translation>图片所在的文件夹</translation>
    </message>
    <message>
        <source>Input location</source>
        <translation>输入位置</translation>
    </message>
    <message>
        <source>The samples stay where they are; nothing is copied.</source>
        <translation>样本保留在原位置，不会复制。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Output location</source>
        <translation>输出位置</translation>
    </message>
    <message>
        <source>Published versions are written here.</source>
        <translation>发布的版本将写入此处。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Optional. You can add, rename and import labels later.</source>
        <translation>可选：标签可稍后添加、重命名或导入。</translation>
    </message>
    <message>
        <source>A dataset needs a name.</source>
        <translation>请输入数据集名称。</translation>
    </message>
    <message>
        <source>Use letters, digits, “_” and “-” only.</source>
        <translation>只能使用字母、数字、“_”和“-”。</translation>
    </message>
    <message>
        <source>A dataset with this name already exists.</source>
        <translation>已存在同名数据集。</translation>
    </message>
    <message>
        <source>Choose the folder with the samples.</source>
        <translation>请选择样本所在的文件夹。</translation>
    </message>
    <message>
        <source>This is a file. Choose a folder.</source>
        <translation>这是一个文件，请选择文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder for published versions.</source>
        <translation>请选择发布版本的文件夹。</translation>
    </message>
    <message>
        <source>Import the annotations that are there</source>
        <translation>导入已有的标注</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::ParametersEditor</name>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Show the settings that rarely need a change</source>
        <translation>显示很少需要修改的设置</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::PublishDialog</name>
    <message>
        <source>Publish a version</source>
        <translation>发布新版本</translation>
    </message>
    <message>
        <source>Freezes the current samples and labels. A published version never changes.</source>
        <translation>固定当前的样本和标签。版本发布后不再变化。</translation>
    </message>
    <message>
        <source>Split into training and validation</source>
        <translation>数据切分（训练集和验证集）</translation>
    </message>
    <message>
        <source>Write hard marks into the manifest</source>
        <translation>将难例属性写入 Manifest</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>数据切分</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same split.</source>
        <translation>相同的随机种子产生相同的切分结果。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Written to</source>
        <translation>写入位置</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>%1 labelled, %2 unlabelled and %3 unconfirmed samples</source>
        <translation>%1 个已标注、%2 个未标注、%3 个待确认样本</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练集比例</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集比例</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>更换随机种子</translation>
    </message>
    <message>
        <source>about %L1 and %L2 samples</source>
        <translation>约 %L1 个和 %L2 个样本</translation>
    </message>
    <message>
        <source>A version needs a name.</source>
        <translation>请输入版本名称。</translation>
    </message>
    <message>
        <source>Use letters, digits, “_” and “-” only.</source>
        <translation>只能使用字母、数字、“_”和“-”。</translation>
    </message>
    <message>
        <source>A version with this name already exists.</source>
        <translation>已存在同名版本。</translation>
    </message>
    <message>
        <source>The seed is a whole number, 0 or more.</source>
        <translation>随机种子须为大于或等于 0 的整数。</translation>
    </message>
    <message>
        <source>Every label, and the unlabelled samples, are split in the same proportion.</source>
        <translation>各标签及未标注的样本均按相同比例切分。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled samples</source>
        <translation>
            <numerusform>%Ln 个已标注样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::SkeletonBoard</name>
    <message>
        <source>Board with the joints</source>
        <translation>关节点画板</translation>
    </message>
    <message>
        <source>Insert adds a joint, arrow keys move it, Delete removes it, Page Up and Page Down select the others.</source>
        <translation>Insert 添加关节点，方向键移动，Delete 删除，Page Up 和 Page Down 选择其他关节点。</translation>
    </message>
    <message>
        <source>Click to add the first joint.</source>
        <translation>单击添加第一个关节点。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::SkeletonDialog</name>
    <message>
        <source>Skeleton of “%1”</source>
        <translation>“%1”的骨架</translation>
    </message>
    <message>
        <source>Click the board to add a joint, drag joints to their places, and drag with Shift from one joint to another to draw a bone.</source>
        <translation>单击画板添加关节点，拖动关节点到位，按住 Shift 从一个关节点拖到另一个以绘制骨骼。</translation>
    </message>
    <message>
        <source>Joints</source>
        <translation>关节点</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>关节点</translation>
    </message>
    <message>
        <source>Bones to</source>
        <translation>骨骼连到</translation>
    </message>
    <message>
        <source>Numbers of joints, separated by commas</source>
        <translation>关节点编号，用逗号分隔</translation>
    </message>
    <message>
        <source>Add joint</source>
        <translation>添加关节点</translation>
    </message>
    <message>
        <source>Add a joint beside the selected one (Insert on the board)</source>
        <translation>在所选关节点旁添加一个（画板上按 Insert）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the selected joint (Delete on the board)</source>
        <translation>移除所选关节点（画板上按 Delete）</translation>
    </message>
    <message>
        <source>Draw bones</source>
        <translation>绘制骨骼</translation>
    </message>
    <message>
        <source>Drag from joint to joint; the same again takes a bone away</source>
        <translation>从一个关节点拖到另一个；重复一次则移除该骨骼</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Begin with a skeleton that is ready</source>
        <translation>从现成的骨架开始</translation>
    </message>
    <message>
        <source>Person, 17 points (COCO)</source>
        <translation>人体，17 点（COCO）</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Joint %1 needs a name.</source>
        <translation>关节点 %1 需要名称。</translation>
    </message>
    <message>
        <source>Two joints are called “%1”.</source>
        <translation>有两个关节点都叫“%1”。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::SmartLabelDialog</name>
    <message numerus="yes">
        <source>about %n seconds</source>
        <translation>
            <numerusform>约 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Smart labelling</source>
        <translation>智能标注</translation>
    </message>
    <message>
        <source>Learns from your labels and proposes labels for the rest; you confirm or correct them. What a person labelled is never changed. You can go on working meanwhile.</source>
        <translation>从您的标签中学习，为其余样本生成建议标注，由您确认或修正。人工标注的内容不会改变。运行期间可以继续工作。</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>As the mode needs</source>
        <translation>由模式决定</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>More time makes better proposals, most of all with many labelled samples.</source>
        <translation>时间越长，建议标注越好，已标注样本多时尤其明显。</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Mark as hard</source>
        <translation>标记为难例</translation>
    </message>
    <message>
        <source>This share of the proposals, the ones it is least sure of, is marked as hard examples.</source>
        <translation>置信度最低的这部分建议标注将标记为难例。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Learns from the labelled samples only. Good for a first round.</source>
        <translation>只从已标注的样本中学习。适合第一轮。</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Also learns from the unlabelled samples and takes longer. Better proposals.</source>
        <translation>同时从未标注的样本中学习，用时更长，建议标注更好。</translation>
    </message>
    <message>
        <source>With a model of the library</source>
        <translation>使用模型库中的模型</translation>
    </message>
    <message>
        <source>Learns nothing: a trained model says what it knows. No labels are needed.</source>
        <translation>不学习：直接使用已训练的模型预测，不需要标签。</translation>
    </message>
    <message>
        <source>What fits best</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Built-in features</source>
        <translation>内置特征</translation>
    </message>
    <message>
        <source>None: from scratch</source>
        <translation>无：从头训练</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>%1 labelled samples, %2 get proposals.</source>
        <translation>已标注样本 %1 个，将为 %2 个样本生成建议标注。</translation>
    </message>
    <message>
        <source>New labels since the last run: %L1.</source>
        <translation>上次运行后新增标签：%L1。</translation>
    </message>
    <message>
        <source>Uses %1.</source>
        <translation>使用 %1。</translation>
    </message>
    <message>
        <source>Takes %1.</source>
        <extracomment>%1 is like &quot;about 2 minutes&quot;</extracomment>
        <translation>需要%1。</translation>
    </message>
    <message>
        <source>It cannot start like this.</source>
        <translation>目前无法开始。</translation>
    </message>
    <message>
        <source>Learns longer, and looks at each picture mirrored as well to find the hard ones. Better proposals.</source>
        <translation>学习时间更长，并同时查看每张图片的镜像以找出难例。建议标注更好。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::SourceMappingEditor</name>
    <message>
        <source>Where the pictures are</source>
        <translation>图片所在位置</translation>
    </message>
    <message>
        <source>A manifest names each picture by its source. Pictures beside the manifest or in the input location are found without rules. For others, say which folder stands for the beginning of the source.</source>
        <translation>Manifest 通过“来源”（source 字段）指定每张图片。与 Manifest 同目录或位于数据集输入位置的图片无需规则即可找到；其他图片请指定来源开头部分对应的文件夹。</translation>
    </message>
    <message>
        <source>Mapping rules</source>
        <translation>映射规则</translation>
    </message>
    <message>
        <source>Source begins with</source>
        <translation>来源开头部分</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Preview of the mapping</source>
        <translation>映射预览</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder that holds these pictures</source>
        <translation>这些图片所在的文件夹</translation>
    </message>
    <message>
        <source>Choose a manifest to see where its pictures are found.</source>
        <translation>选择 Manifest 后可查看其图片的位置。</translation>
    </message>
    <message numerus="yes">
        <source>All of the first %n pictures were found.</source>
        <translation>
            <numerusform>前 %n 张图片均已找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the first %2 pictures were found. What is not found is left out and reported.</source>
        <translation>前 %2 张图片中找到 %1 张。未找到的图片将被跳过并列入问题列表。</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist.</source>
        <translation>文件夹“%1”不存在。</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::TrainingDialog</name>
    <message>
        <source>New training</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>Trains a network on your labels. It runs beside the window: you can go on annotating, and even close the program.</source>
        <translation>用您的标签训练网络。训练在后台运行：可以继续标注，甚至关闭程序。</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>A published version always trains on the same labels.</source>
        <translation>已发布的版本始终使用相同的标签训练。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>训练起点</translation>
    </message>
    <message>
        <source>Weights that have seen pictures before need far fewer labels.</source>
        <translation>预训练权重需要的标注要少得多。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Saved parameters</source>
        <translation>已保存的参数</translation>
    </message>
    <message>
        <source>Save or delete parameters</source>
        <translation>保存或删除参数</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>开始之前</translation>
    </message>
    <message>
        <source>Nothing: learn from scratch</source>
        <translation>无：从头训练</translation>
    </message>
    <message>
        <source>As below</source>
        <translation>使用下方参数</translation>
    </message>
    <message>
        <source>Save these parameters as…</source>
        <translation>将这些参数另存为…</translation>
    </message>
    <message>
        <source>Save them as “%1”</source>
        <translation>保存为“%1”</translation>
    </message>
    <message>
        <source>Delete saved parameters</source>
        <translation>删除已保存的参数</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Save parameters</source>
        <translation>保存参数</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This run becomes version %1 of the name.</source>
        <translation>本次训练将成为该名称的版本 %1。</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>暂不能开始</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>%L1 of %L2 samples are labelled and take part.</source>
        <translation>%L2 个样本中有 %L1 个已标注并参与训练。</translation>
    </message>
    <message>
        <source>Give the training a name.</source>
        <translation>请输入训练名称。</translation>
    </message>
    <message>
        <source>The name becomes a folder: it must not begin with a point, nor hold a slash.</source>
        <translation>名称将用作文件夹名：不能以点开头，也不能包含斜杠。</translation>
    </message>
    <message>
        <source>There is no built-in algorithm for this type of dataset.</source>
        <translation>此类型的数据集没有内置算法。</translation>
    </message>
    <message>
        <source>What is missing stands beside the form.</source>
        <translation>缺少的内容见表单旁的提示。</translation>
    </message>
    <message>
        <source>Describe saved parameters…</source>
        <translation>编辑已保存参数的描述…</translation>
    </message>
    <message>
        <source>Describe “%1”…</source>
        <translation>编辑“%1”的描述…</translation>
    </message>
    <message>
        <source>Describe “%1”</source>
        <translation>编辑“%1”的描述</translation>
    </message>
</context>
<context>
    <name>lw::dialogs::TrainingInputs</name>
    <message>
        <source>Add another dataset</source>
        <translation>添加其他数据集</translation>
    </message>
    <message>
        <source>Train on the samples of several datasets of this type together</source>
        <translation>用多个同类型的数据集一起训练</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Do not train on this dataset</source>
        <translation>不使用此数据集训练</translation>
    </message>
    <message>
        <source>Current labels</source>
        <translation>当前标签</translation>
    </message>
</context>
<context>
    <name>lw::domain::Words</name>
    <message>
        <source>Image classification</source>
        <translation>图像分类</translation>
    </message>
    <message>
        <source>Object detection</source>
        <translation>物体检测</translation>
    </message>
    <message>
        <source>Image segmentation</source>
        <translation>图像分割</translation>
    </message>
    <message>
        <source>Sound classification</source>
        <translation>声音分类</translation>
    </message>
    <message>
        <source>Speech content</source>
        <translation>语音内容</translation>
    </message>
    <message>
        <source>Speech segmentation</source>
        <translation>语音分割</translation>
    </message>
    <message>
        <source>Text classification</source>
        <translation>文本分类</translation>
    </message>
    <message>
        <source>Named entities</source>
        <translation>命名实体</translation>
    </message>
    <message>
        <source>Text triplets</source>
        <translation>文本三元组</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Free-form</source>
        <translation>自由格式</translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Synchronize</source>
        <translation>同步数据源</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Set as current version</source>
        <translation>设置为当前版本</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Delete samples</source>
        <translation>删除样本</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done with problems</source>
        <translation>已完成，有问题</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Label samples</source>
        <translation>标注样本</translation>
    </message>
    <message>
        <source>Smart labelling</source>
        <translation>智能标注</translation>
    </message>
    <message>
        <source>Group samples</source>
        <translation>样本分组</translation>
    </message>
</context>
<context>
    <name>lw::gallery::AttributePage</name>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>No sample has an attribute yet. Auto-grouping makes one.</source>
        <translation>还没有样本带有属性。自动分组会生成属性。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>an attribute of samples, then its values</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>%1: %2  (%3)</source>
        <extracomment>an attribute of samples, its value, and how many samples have it</extracomment>
        <translation>%1：%2（%3）</translation>
    </message>
</context>
<context>
    <name>lw::gallery::CellPainter</name>
    <message>
        <source>File missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>likeness of two pictures, or confidence of a model, in per cent</extracomment>
        <translation>保留</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Group %1</source>
        <extracomment>title of a group of near-duplicates, %1 its number</extracomment>
        <translation>第 %1 组</translation>
    </message>
</context>
<context>
    <name>lw::gallery::ConfirmBar</name>
    <message>
        <source>To confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Confidence from</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>How sure the model must be of everything on a picture</source>
        <translation>模型对图片上所有对象至少要达到的置信度</translation>
    </message>
    <message>
        <source>Accept all above</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>Confirm every sample of at least this confidence; one undo takes it back</source>
        <translation>确认所有达到此置信度的样本；撤销一次即可全部恢复</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐个确认</translation>
    </message>
    <message>
        <source>Go through them in this order: Enter accepts, Backspace rejects</source>
        <translation>按此顺序逐个查看：Enter 接受，Backspace 拒绝</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>%L1 of %L2 samples are that sure</source>
        <translation>%L2 个样本中有 %L1 个达到此置信度</translation>
    </message>
</context>
<context>
    <name>lw::gallery::DuplicatesBar</name>
    <message>
        <source>Near-duplicates</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>How alike pictures of a group must be</source>
        <translation>同组图片必须有多相似</translation>
    </message>
    <message>
        <source>How alike pictures of a group must be. Lower finds more, and more that is no copy.</source>
        <translation>同组图片必须有多相似。值越低，找到的越多，其中不是副本的也越多。</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>保留这张</translation>
    </message>
    <message>
        <source>Make the selected pictures those that stay of their groups (Ctrl+Shift+K)</source>
        <translation>将所选图片设为各组要保留的图片（Ctrl+Shift+K）</translation>
    </message>
    <message>
        <source>Select copies</source>
        <translation>选择副本</translation>
    </message>
    <message>
        <source>Select all but one of each group (Ctrl+Shift+D)</source>
        <translation>每组选中除一张外的全部图片（Ctrl+Shift+D）</translation>
    </message>
    <message>
        <source>Delete copies</source>
        <translation>删除副本</translation>
    </message>
    <message>
        <source>Move all but one of each group to the trash</source>
        <translation>每组保留一张，其余移到回收站</translation>
    </message>
    <message>
        <source>Back to the usual order (Ctrl+Shift+J)</source>
        <translation>恢复原来的顺序（Ctrl+Shift+J）</translation>
    </message>
    <message>
        <source>Back to the usual order</source>
        <translation>恢复原来的顺序</translation>
    </message>
    <message>
        <source>No near-duplicates</source>
        <translation>没有近似重复图片</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures, groups: %1</source>
        <translation>
            <numerusform>%Ln 张图片，%1 组</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::gallery::FilterBar</name>
    <message>
        <source>Search file or folder</source>
        <translation>搜索文件名或目录</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选条件</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除所有筛选条件</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::gallery::FilterChip</name>
    <message>
        <source>Remove this filter</source>
        <translation>移除此筛选条件</translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <translation>移除筛选条件“%1”</translation>
    </message>
    <message>
        <source>Filter %1: %2</source>
        <translation>筛选条件“%1”：%2</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>筛选条件“%1”</translation>
    </message>
</context>
<context>
    <name>lw::gallery::FilterPage</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Any of them</source>
        <translation>包含任一</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>包含全部</translation>
    </message>
    <message>
        <source>Search labels</source>
        <translation>搜索标签</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of %n labels</source>
        <translation>
            <numerusform>包含全部 %n 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Any of %n labels</source>
        <translation>
            <numerusform>包含 %n 个标签之一</numerusform>
        </translation>
    </message>
    <message>
        <source>Hard examples</source>
        <translation>难例集</translation>
    </message>
    <message>
        <source>Hard or not</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Only hard</source>
        <translation>仅难例</translation>
    </message>
    <message>
        <source>Only not hard</source>
        <translation>仅非难例</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>难例</translation>
    </message>
    <message>
        <source>Not hard</source>
        <translation>非难例</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Only samples whose file is missing</source>
        <translation>仅文件缺失的样本</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>%1, file missing</source>
        <translation>%1，文件缺失</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注人</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>标注人：%1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>1 天内</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>1 个月内</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Added in the last day</source>
        <translation>1 天内添加</translation>
    </message>
    <message>
        <source>Added in the last month</source>
        <translation>1 个月内添加</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>添加时间 %1</translation>
    </message>
    <message>
        <source>%1, at least</source>
        <translation>%1下限</translation>
    </message>
    <message>
        <source>%1, at most</source>
        <translation>%1上限</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Lowest on the sample</source>
        <translation>样本最低值</translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation>置信度 %1</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Width %1</source>
        <translation>宽度 %1</translation>
    </message>
    <message>
        <source>Height %1</source>
        <translation>高度 %1</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>文件大小 %1</translation>
    </message>
    <message>
        <source>Picked samples</source>
        <translation>指定样本</translation>
    </message>
    <message>
        <source>Only samples that were picked elsewhere are shown, for instance those that differ between two versions. Remove this filter to see the others.</source>
        <translation>仅显示在其他位置指定的样本，例如两个版本之间有差异的样本。移除此筛选条件可查看其他样本。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picked samples</source>
        <translation>
            <numerusform>%Ln 个指定样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>难例原因</translation>
    </message>
    <message>
        <source>Hard, reasons: %1</source>
        <translation>难例，原因：%1</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>指定顺序</translation>
    </message>
    <message>
        <source>Only some pictures, in an order of their own. Where a number stands on each, it says in per cent how alike they look. Tabs and filters still apply. Remove this to have all samples in their usual order again.</source>
        <translation>仅显示部分图片，并按指定顺序排列。图片上如有数字，表示相似程度的百分比。页签和筛选条件仍然有效。移除此条件可按原来的顺序重新显示所有样本。</translation>
    </message>
</context>
<context>
    <name>lw::gallery::GalleryBar</name>
    <message>
        <source>%1%</source>
        <extracomment>confidence of a model, or likeness of pictures, in per cent</extracomment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>lw::gallery::GalleryTools</name>
    <message>
        <source>Show outlines on the thumbnails</source>
        <translation>在缩略图上显示标注轮廓</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Thumbnail size</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Thumbnail size (Ctrl+wheel)</source>
        <translation>缩略图大小 (Ctrl+滚轮)</translation>
    </message>
</context>
<context>
    <name>lw::gallery::GalleryView</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4</source>
        <extracomment>read out by screen readers: file name, state, place in the list</extracomment>
        <translation>%1，%2，第 %3 个，共 %4 个</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures, %1% alike</source>
        <extracomment>title of a group of near-duplicates: number of pictures, likeness of the least and the most alike in per cent</extracomment>
        <translation>
            <numerusform>%Ln 张图片，相似度 %1%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures, %1 to %2% alike</source>
        <translation>
            <numerusform>%Ln 张图片，相似度 %1 至 %2%</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::gallery::LabelChips</name>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>lw::gallery::SelectionBar</name>
    <message>
        <source>Selection</source>
        <translation>所选样本</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the sample for labelling (Enter)</source>
        <translation>打开样本进行标注 (Enter)</translation>
    </message>
    <message>
        <source>Replace label</source>
        <translation>替换标签</translation>
    </message>
    <message>
        <source>Change or remove a label on all selected samples</source>
        <translation>修改或移除所有所选样本上的标签</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the selected samples</source>
        <translation>导出所选样本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected samples (Del)</source>
        <translation>删除所选样本 (Del)</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>All that match	Ctrl+A</source>
        <translation>所有符合条件的样本	Ctrl+A</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>选择当前页</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反选</translation>
    </message>
    <message>
        <source>None	Esc</source>
        <translation>取消选择	Esc</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>难例</translation>
    </message>
    <message>
        <source>Mark or unmark as hard examples</source>
        <translation>标记或取消标记为难例</translation>
    </message>
    <message>
        <source>Mark as hard</source>
        <translation>标记为难例</translation>
    </message>
    <message>
        <source>Remove hard mark</source>
        <translation>取消难例标记</translation>
    </message>
    <message>
        <source>%L1 selected</source>
        <translation>已选 %L1 个</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>The labels of the selected samples are right (Ctrl+Shift+Return)</source>
        <translation>所选样本的标签正确（Ctrl+Shift+Return）</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Remove the proposals from the selected samples (Ctrl+Shift+Backspace)</source>
        <translation>移除所选样本的建议标注（Ctrl+Shift+Backspace）</translation>
    </message>
</context>
<context>
    <name>lw::gallery::SortButton</name>
    <message>
        <source>Order of import</source>
        <translation>导入顺序</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>Number of objects</source>
        <translation>标注对象数</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Order: %1, descending</source>
        <translation>排序：%1，降序</translation>
    </message>
    <message>
        <source>Order: %1, ascending</source>
        <translation>排序：%1，升序</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>难度</translation>
    </message>
</context>
<context>
    <name>lw::gallery::StateTabs</name>
    <message>
        <source>Samples by state</source>
        <translation>按状态查看样本</translation>
    </message>
    <message>
        <source>All  %1</source>
        <extracomment>tabs of the gallery; %1 is the number of samples</extracomment>
        <translation>全部  %1</translation>
    </message>
    <message>
        <source>Unlabelled  %1</source>
        <translation>未标注  %1</translation>
    </message>
    <message>
        <source>Labelled  %1</source>
        <translation>已标注  %1</translation>
    </message>
    <message>
        <source>To confirm  %1</source>
        <translation>待确认  %1</translation>
    </message>
</context>
<context>
    <name>lw::items::DatasetListModel</name>
    <message>
        <source>%L1 of %L2 (%3)</source>
        <extracomment>labelled samples of all samples, and the share</extracomment>
        <translation>%L1/%L2（%3）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近修改</translation>
    </message>
</context>
<context>
    <name>lw::items::EngineTexts</name>
    <message>
        <source>Small and quick on any computer; the first choice for a few hundred pictures.</source>
        <translation>小巧快速，适合任何计算机；有几百张图片时的首选。</translation>
    </message>
    <message>
        <source>Small and quick, a little more exact when there are thousands of pictures.</source>
        <translation>小巧快速，有几千张图片时精度略高。</translation>
    </message>
    <message>
        <source>Sturdy and well known; wants more time than the small networks.</source>
        <translation>稳定成熟；比小型网络用时更长。</translation>
    </message>
    <message>
        <source>Deeper than ResNet-18; worth it with many pictures.</source>
        <translation>比 ResNet-18 更深；图片多时值得使用。</translation>
    </message>
    <message>
        <source>The most exact of these networks and the slowest; made for computers with a CUDA device.</source>
        <translation>这些网络中精度最高、速度最慢；适合有 CUDA 设备的计算机。</translation>
    </message>
    <message>
        <source>One-stage detector</source>
        <translation>单阶段检测器</translation>
    </message>
    <message>
        <source>Finds objects in one look at the picture: quick enough for any computer.</source>
        <translation>一次扫描图片即可找到物体：速度快，适合任何计算机。</translation>
    </message>
    <message>
        <source>Two-stage detector (Faster R-CNN)</source>
        <translation>两阶段检测器（Faster R-CNN）</translation>
    </message>
    <message>
        <source>Looks for places first and names them then: more exact, and many times slower.</source>
        <translation>先找位置，再判断标签：精度更高，但慢很多倍。</translation>
    </message>
    <message>
        <source>Two-stage detector with ResNet-18</source>
        <translation>两阶段检测器（ResNet-18）</translation>
    </message>
    <message>
        <source>The two-stage detector with a smaller network, for computers without a CUDA device.</source>
        <translation>网络更小的两阶段检测器，适合没有 CUDA 设备的计算机。</translation>
    </message>
    <message>
        <source>Segmenter</source>
        <translation>分割器</translation>
    </message>
    <message>
        <source>Names every pixel of a picture.</source>
        <translation>判断图片中每个像素的标签。</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时间限制</translation>
    </message>
    <message>
        <source>The training plans its learning rate for this time and ends with it.</source>
        <translation>训练按此时间安排学习率，时间到即结束。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Ends after this number of batches; 0 leaves it to the time.</source>
        <translation>训练这么多批后结束；0 表示由时间决定。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Pictures in each step. More make steps steadier and slower and take more memory.</source>
        <translation>每一步的图片数。越大，训练越稳定，但更慢、占用内存更多。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step goes. Too high and the loss jumps, too low and nothing is learnt.</source>
        <translation>每一步的调整幅度。过高会使损失跳动，过低则学不到东西。</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Pictures are scaled to this side. Larger shows small details and takes longer.</source>
        <translation>图片会缩放到此边长。越大越能看清细节，用时也越长。</translation>
    </message>
    <message>
        <source>Picture width</source>
        <translation>图片宽度</translation>
    </message>
    <message>
        <source>A multiple of 32. Larger finds smaller objects and takes longer.</source>
        <translation>32 的倍数。越大越能找到小物体，用时也越长。</translation>
    </message>
    <message>
        <source>Picture height</source>
        <translation>图片高度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed and the same data train the same model.</source>
        <translation>相同的随机种子和相同的数据训练出相同的模型。</translation>
    </message>
    <message>
        <source>Validations</source>
        <translation>验证次数</translation>
    </message>
    <message>
        <source>How often the model is tried on the validation part; the best one is kept.</source>
        <translation>用验证集检验模型的次数；保留效果最好的模型。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>早停次数</translation>
    </message>
    <message>
        <source>Ends early after this many validations without a better one; 0 never does.</source>
        <translation>连续这么多次验证没有提升时提前结束；0 表示从不提前结束。</translation>
    </message>
    <message>
        <source>Smallest cutting</source>
        <translation>最小裁剪比例</translation>
    </message>
    <message>
        <source>Training sees random parts of pictures; this is the smallest share of the area.</source>
        <translation>训练时随机裁剪图片；这是裁剪部分占图片面积的最小比例。</translation>
    </message>
    <message>
        <source>Colour changes</source>
        <translation>颜色变化</translation>
    </message>
    <message>
        <source>Brightness, contrast and colours vary by this much; 0 where colour tells the labels.</source>
        <translation>亮度、对比度和颜色的变化幅度；靠颜色区分标签时设为 0。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Keeps the model from being too sure; helps with wrong labels.</source>
        <translation>避免模型过于自信；有错误标签时有帮助。</translation>
    </message>
    <message>
        <source>Rate of the backbone</source>
        <translation>主干网络学习率</translation>
    </message>
    <message>
        <source>Share of the learning rate for weights that were there before; 0 leaves them as they are.</source>
        <translation>已有权重的学习率占总学习率的比例；0 表示保持不变。</translation>
    </message>
    <message>
        <source>Mosaic</source>
        <translation>马赛克拼接</translation>
    </message>
    <message>
        <source>Share of training pictures put together from four.</source>
        <translation>由四张图片拼成的训练图片所占的比例。</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Not where left and right differ, as with letters.</source>
        <translation>左右有区别时不要使用，例如文字。</translation>
    </message>
    <message>
        <source>Mirror up and down</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>For pictures without an up, such as from a microscope.</source>
        <translation>适用于不分上下的图片，例如显微镜图片。</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>处理器线程数</translation>
    </message>
    <message>
        <source>0: all but one while you annotate, all when the computer is idle.</source>
        <translation>0：标注时留出一个线程，计算机空闲时全部使用。</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Automatic takes a CUDA device when there is one.</source>
        <translation>“自动”表示有 CUDA 设备时优先使用。</translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>Answers below it are left out.</source>
        <translation>低于此值的预测会被忽略。</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>F1 score</source>
        <translation>F1 分数</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Mean IoU</source>
        <translation>平均 IoU</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss of the labels</source>
        <translation>分类损失</translation>
    </message>
    <message>
        <source>Loss of the boxes</source>
        <translation>边框损失</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Memory of the CUDA device</source>
        <translation>CUDA 设备显存</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>CUDA device</source>
        <translation>CUDA 设备</translation>
    </message>
    <message>
        <source>s</source>
        <extracomment>seconds, after a number</extracomment>
        <translation>秒</translation>
    </message>
    <message>
        <source>px</source>
        <extracomment>pixels, after a number</extracomment>
        <translation>像素</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number and its unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Smart labelling</source>
        <translation>智能标注</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Four clicks</source>
        <translation>四点轮廓</translation>
    </message>
    <message>
        <source>Learns from your outlines what the tool “Four clicks” is to find; it finds nothing on its own.</source>
        <translation>从您的轮廓中学习“四点轮廓”工具应找出的内容；自身不检出任何对象。</translation>
    </message>
    <message>
        <source>Point and box</source>
        <translation>点与框</translation>
    </message>
    <message>
        <source>Answers clicks and boxes in the tool “Point and box”.</source>
        <translation>在“点与框”工具中响应单击和框选。</translation>
    </message>
    <message>
        <source>IoU of the built-in way</source>
        <translation>内置方法的 IoU</translation>
    </message>
    <message>
        <source>Share with an IoU of 0.8 and more</source>
        <translation>IoU 不低于 0.8 的比例</translation>
    </message>
    <message>
        <source>Outlines learned from</source>
        <translation>用于学习的轮廓</translation>
    </message>
    <message>
        <source>Outlines compared on</source>
        <translation>用于比较的轮廓</translation>
    </message>
</context>
<context>
    <name>lw::items::HardReasons</name>
    <message>
        <source>Nothing found</source>
        <translation>未检出对象</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>置信度低</translation>
    </message>
    <message>
        <source>Two labels nearly as likely</source>
        <translation>两个标签的可能性接近</translation>
    </message>
    <message>
        <source>Changes with the view</source>
        <translation>换个视角结果不同</translation>
    </message>
    <message>
        <source>Pictures alike say otherwise</source>
        <translation>相似图片的结果不同</translation>
    </message>
    <message>
        <source>Mirrored, other objects</source>
        <translation>镜像后检出的对象不同</translation>
    </message>
    <message>
        <source>Uncertain borders</source>
        <translation>边界不确定</translation>
    </message>
    <message>
        <source>Reason %1</source>
        <extracomment>a reason of another program, known by its number only</extracomment>
        <translation>原因 %1</translation>
    </message>
    <message>
        <source>Hard example</source>
        <extracomment>%1 lists reasons why a picture is hard for a model</extracomment>
        <translation>难例</translation>
    </message>
    <message>
        <source>Hard: %1</source>
        <translation>难例：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>lw::items::HistoryListModel</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更内容</translation>
    </message>
</context>
<context>
    <name>lw::items::JobListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of a number and the number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Best result</source>
        <translation>最佳结果</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
</context>
<context>
    <name>lw::items::LabelListModel</name>
    <message numerus="yes">
        <source>%1, %n objects</source>
        <translation>
            <numerusform>%1，%n 个标注对象</numerusform>
        </translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>Press %1 to choose this label</source>
        <translation>按 %1 选择此标签</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects</source>
        <translation>
            <numerusform>%n 个标注对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden: click to show its objects</source>
        <translation>已隐藏：单击显示其标注对象</translation>
    </message>
    <message>
        <source>Shown: click to hide its objects</source>
        <translation>已显示：单击隐藏其标注对象</translation>
    </message>
    <message>
        <source>Locked: click to allow changes to its objects</source>
        <translation>已锁定：单击允许修改其标注对象</translation>
    </message>
    <message>
        <source>Not locked: click to protect its objects</source>
        <translation>未锁定：单击保护其标注对象</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>标注对象</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
</context>
<context>
    <name>lw::items::LibraryModelListModel</name>
    <message>
        <source>%1 %2</source>
        <comment>name of a number and the number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Trained here</source>
        <translation>本机训练</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Best result</source>
        <translation>最佳结果</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Weights to start from</source>
        <translation>用于训练起点的权重</translation>
    </message>
    <message>
        <source>For four clicks</source>
        <translation>用于四点轮廓</translation>
    </message>
    <message>
        <source>For point and box</source>
        <translation>用于点与框</translation>
    </message>
</context>
<context>
    <name>lw::items::ObjectListModel</name>
    <message>
        <source>Unknown label</source>
        <translation>未知标签</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>难例</translation>
    </message>
    <message>
        <source>difficult</source>
        <translation>难以识别</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>occluded</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>标注人：%1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
</context>
<context>
    <name>lw::items::ProblemListModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>lw::items::ShapeTexts</name>
    <message>
        <source>%1 × %2</source>
        <extracomment>width and height in pixels</extracomment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n joints</source>
        <translation>
            <numerusform>%1/%n 个关节点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2, %3°</source>
        <extracomment>width, height and angle of a rotated box or an ellipse</extracomment>
        <translation>%1 × %2，%3°</translation>
    </message>
    <message>
        <source>r %1</source>
        <extracomment>%1 is the radius of a circle in pixels</extracomment>
        <translation>r %1</translation>
    </message>
    <message>
        <source>%L1 px</source>
        <translation>%L1 px</translation>
    </message>
    <message numerus="yes">
        <source>%n points, %1 px</source>
        <translation>
            <numerusform>%n 个点，%1 px</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n points</source>
        <translation>
            <numerusform>%1，%n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %L2 pixels</source>
        <translation>%1，%L2 像素</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>被遮挡</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Joint %1</source>
        <translation>关节点 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a joint of a skeleton, %2 is &quot;visible&quot;, &quot;covered&quot; or &quot;absent&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>lw::items::TaskListModel</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>lw::items::Texts</name>
    <message>
        <source>Whole pictures get one or several labels.</source>
        <translation>为整张图片添加一个或多个标签。</translation>
    </message>
    <message>
        <source>Boxes, polygons and other shapes mark the objects in pictures.</source>
        <translation>用矩形、多边形等形状标出图片中的物体。</translation>
    </message>
    <message>
        <source>Every pixel of an object is marked.</source>
        <translation>标出物体的每个像素。</translation>
    </message>
    <message>
        <source>Whole recordings get labels.</source>
        <translation>为整段音频添加标签。</translation>
    </message>
    <message>
        <source>Speech is written down.</source>
        <translation>将语音内容写成文字。</translation>
    </message>
    <message>
        <source>Parts of a recording get labels.</source>
        <translation>对语音进行分段标注。</translation>
    </message>
    <message>
        <source>Whole texts get labels.</source>
        <translation>为整段文本添加标签。</translation>
    </message>
    <message>
        <source>Words and phrases in texts get labels.</source>
        <translation>为文本中的词和短语添加标签。</translation>
    </message>
    <message>
        <source>Entities in texts are joined by relations.</source>
        <translation>标注文本中的实体片段和实体之间的关系。</translation>
    </message>
    <message>
        <source>Rows of named columns.</source>
        <translation>由具名列组成的数据行。</translation>
    </message>
    <message>
        <source>Objects are followed through the frames of videos.</source>
        <translation>在视频帧中跟踪物体。</translation>
    </message>
    <message>
        <source>Files of any kind, kept and versioned.</source>
        <translation>管理任意格式的文件及其版本。</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <extracomment>width and height of a picture in pixels</extracomment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>Rotated box</source>
        <translation>旋转矩形</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Polyline</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>骨架</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Whole sample</source>
        <translation>整个样本</translation>
    </message>
</context>
<context>
    <name>lw::items::TrashListModel</name>
    <message>
        <source>Deleted together with the label %1</source>
        <translation>随标签 %1 一同删除</translation>
    </message>
    <message>
        <source>What</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Deleted by</source>
        <translation>删除人</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>lw::items::VersionListModel</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>标注对象</translation>
    </message>
    <message>
        <source>Training share</source>
        <translation>训练集比例</translation>
    </message>
</context>
<context>
    <name>lw::jobs::PyramidPicture</name>
    <message>
        <source>%1-bit</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>CMYK</source>
        <translation>CMYK</translation>
    </message>
    <message>
        <source>Shown with 8 bits per channel. The file is not changed.</source>
        <translation>以每通道 8 位显示。文件不会被更改。</translation>
    </message>
    <message>
        <source>Shown converted to RGB, without the file&apos;s colour profile.</source>
        <translation>已转换为 RGB 显示，未使用文件的颜色配置文件。</translation>
    </message>
    <message>
        <source>Several pages: the first is shown</source>
        <translation>多页：显示第一页</translation>
    </message>
    <message>
        <source>Annotations belong to the first page of the file.</source>
        <translation>标注属于文件的第一页。</translation>
    </message>
    <message>
        <source>Animated: the first frame is shown</source>
        <translation>动画：显示第一帧</translation>
    </message>
    <message>
        <source>Annotations belong to the first frame of the file.</source>
        <translation>标注属于文件的第一帧。</translation>
    </message>
    <message>
        <source>Truncated: shown as far as it goes</source>
        <translation>文件不完整：仅显示可读取的部分</translation>
    </message>
    <message>
        <source>Truncated: the upper %1 % is missing</source>
        <translation>文件不完整：上部缺失 %1 %</translation>
    </message>
    <message>
        <source>Truncated: the left %1 % is missing</source>
        <translation>文件不完整：左侧缺失 %1 %</translation>
    </message>
    <message>
        <source>Truncated: the right %1 % is missing</source>
        <translation>文件不完整：右侧缺失 %1 %</translation>
    </message>
    <message>
        <source>Truncated: the lower %1 % is missing</source>
        <translation>文件不完整：下部缺失 %1 %</translation>
    </message>
    <message>
        <source>The file is damaged (%1). What it holds is shown.</source>
        <translation>文件已损坏（%1）。显示其中可读取的内容。</translation>
    </message>
    <message>
        <source>Turned (EXIF %1): coordinates are of the turned picture</source>
        <translation>已旋转（EXIF %1）：坐标以旋转后的图片为准</translation>
    </message>
    <message>
        <source>The file holds the picture turned or mirrored and its EXIF orientation says so. It is shown upright. Coordinates, in exports too, are of the picture as it is shown.</source>
        <translation>文件中的图片经过旋转或镜像，并由 EXIF 方向信息标明。此处按正常方向显示。坐标（包括导出的坐标）均以显示的图片为准。</translation>
    </message>
    <message>
        <source>Content is %1</source>
        <translation>实际内容为 %1</translation>
    </message>
    <message>
        <source>The file name says another format. The picture was opened by its content.</source>
        <translation>文件扩展名与实际格式不符。已按内容打开图片。</translation>
    </message>
</context>
<context>
    <name>lw::panels::AnswerView</name>
    <message>
        <source>Answer of the model</source>
        <translation>模型预测</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>label and confidence</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>lw::panels::CoordinateFields</name>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>W</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>H</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Centre, from the left, in pixels</source>
        <translation>中心距左边（像素）</translation>
    </message>
    <message>
        <source>Centre, from the top, in pixels</source>
        <translation>中心距上边（像素）</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Angle in degrees, clockwise</source>
        <translation>角度（度，顺时针）</translation>
    </message>
    <message>
        <source>Left edge in pixels</source>
        <translation>左边界（像素）</translation>
    </message>
    <message>
        <source>Top edge in pixels</source>
        <translation>上边界（像素）</translation>
    </message>
</context>
<context>
    <name>lw::panels::JobTable</name>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
</context>
<context>
    <name>lw::panels::LabelDelegate</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <extracomment>how many of the chosen samples have a label</extracomment>
        <translation>%L1/%L2</translation>
    </message>
</context>
<context>
    <name>lw::panels::LabelPanel</name>
    <message>
        <source>“%1” is not allowed: use 1 to 32 letters, digits, Chinese characters, spaces, “_” or “-”.</source>
        <translation>不能使用“%1”：请使用 1～32 个中文、字母、数字、空格、“_”或“-”。</translation>
    </message>
    <message>
        <source>“%1” already exists.</source>
        <translation>“%1”已存在。</translation>
    </message>
    <message>
        <source>The label could not be saved: %1</source>
        <translation>无法保存标签：%1</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签管理</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Type a name and press Enter. Several names may be pasted, one per line.</source>
        <translation>输入名称后按 Enter。可粘贴多个名称，每行一个。</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Add label (Enter)</source>
        <translation>添加标签 (Enter)</translation>
    </message>
    <message>
        <source>Show its samples</source>
        <translation>查看其样本</translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation>重命名	F2</translation>
    </message>
    <message>
        <source>Change colour…</source>
        <translation>修改颜色…</translation>
    </message>
    <message>
        <source>Show its objects</source>
        <translation>显示其标注对象</translation>
    </message>
    <message>
        <source>Hide its objects</source>
        <translation>隐藏其标注对象</translation>
    </message>
    <message>
        <source>Show only this label</source>
        <translation>仅显示此标签</translation>
    </message>
    <message>
        <source>Show all labels</source>
        <translation>显示所有标签</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>上移	Alt+Up</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>下移	Alt+Down</translation>
    </message>
    <message>
        <source>Delete…	Del</source>
        <translation>删除…	Del</translation>
    </message>
    <message>
        <source>Colour of “%1”</source>
        <translation>“%1”的颜色</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>已选 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Search or new label</source>
        <translation>搜索或新建标签</translation>
    </message>
    <message>
        <source>Enter gives the first label that matches, or makes it. Shift+Enter always makes a new one.</source>
        <translation>Enter 使用第一个匹配的标签，没有则新建。Shift+Enter 总是新建。</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>移除此标签</translation>
    </message>
    <message>
        <source>Shortcut, attributes, skeleton…</source>
        <translation>快捷键、属性、骨架…</translation>
    </message>
</context>
<context>
    <name>lw::panels::ObjectFields</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>拍摄角度</translation>
    </message>
    <message>
        <source>Unspecified</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>难例</translation>
    </message>
    <message>
        <source>Difficult</source>
        <translation>难以识别</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Occluded</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>A hard example for the model</source>
        <translation>模型的难例</translation>
    </message>
    <message>
        <source>Hard to recognise, left out of evaluations</source>
        <translation>难以识别，不参与评估</translation>
    </message>
    <message>
        <source>Extends beyond the edge of the picture</source>
        <translation>超出图片边缘</translation>
    </message>
    <message>
        <source>Partly covered by something else</source>
        <translation>被其他物体部分遮挡</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>How sure the program or a model was; work by people has none</source>
        <translation>程序或模型的把握程度；人工标注没有置信度</translation>
    </message>
</context>
<context>
    <name>lw::panels::ObjectPanel</name>
    <message>
        <source>Objects</source>
        <translation>标注对象</translation>
    </message>
    <message>
        <source>Zoom to it	Enter</source>
        <translation>缩放到此标注对象	Enter</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>置于顶层</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>置于底层</translation>
    </message>
    <message>
        <source>Delete	Del</source>
        <translation>删除	Del</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史记录…</translation>
    </message>
</context>
<context>
    <name>lw::panels::ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Search problems</source>
        <translation>搜索问题</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all (Ctrl+C)</source>
        <translation>复制所选行或全部 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>%L1 of %L2 problems</source>
        <translation>%L1/%L2 个问题</translation>
    </message>
    <message>
        <source>The first %L1 of %L2 problems</source>
        <translation>前 %L1 个问题，共 %L2 个</translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Save problems</source>
        <translation>保存问题</translation>
    </message>
    <message>
        <source>problems.csv</source>
        <translation>问题.csv</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>The problems could not be saved</source>
        <translation>无法保存问题</translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation>无法写入“%1”。</translation>
    </message>
</context>
<context>
    <name>lw::panels::SelectionLabelPanel</name>
    <message>
        <source>Labels of the selection</source>
        <translation>选中文件标签</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Select samples to see and change their labels.</source>
        <translation>选择样本后可查看和修改其标签。</translation>
    </message>
    <message>
        <source>The selected samples have no labels.</source>
        <translation>所选样本没有任何标注。</translation>
    </message>
    <message>
        <source>Unknown label</source>
        <translation>未知标签</translation>
    </message>
    <message>
        <source>%L1 on %L2</source>
        <translation>%L1 个，%L2 个样本</translation>
    </message>
    <message>
        <source>%1 objects on %2 samples</source>
        <translation>%2 个样本上的 %1 个标注对象</translation>
    </message>
    <message>
        <source>Change %1 on the selection</source>
        <translation>修改所选样本上的 %1</translation>
    </message>
    <message>
        <source>Replace or remove on the selection</source>
        <translation>在所选样本上替换或移除</translation>
    </message>
    <message>
        <source>Show its samples</source>
        <translation>查看其样本</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Remove from the selection</source>
        <translation>从所选样本移除</translation>
    </message>
</context>
<context>
    <name>lw::panels::TaskCard</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消%1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1的进度</translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation>%1，用时 %2</translation>
    </message>
    <message>
        <source>%L1 done so far</source>
        <translation>已处理 %L1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1/%L2</translation>
    </message>
    <message>
        <source>%L1 of %L2, about %3 left</source>
        <translation>%L1/%L2，剩余约 %3</translation>
    </message>
</context>
<context>
    <name>lw::panels::TaskPanel</name>
    <message>
        <source>No tasks yet</source>
        <translation>暂无任务</translation>
    </message>
    <message>
        <source>Imports, exports and publishing appear here with their progress and results.</source>
        <translation>导入、导出和发布任务的进度及结果将显示在此处。</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务历史</translation>
    </message>
</context>
<context>
    <name>lw::panels::TrashPanel</name>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Show only this kind</source>
        <translation>仅显示此类型</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Show only what was in this dataset</source>
        <translation>仅显示此数据集中的内容</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>所有数据集</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Put the selected things back into their places (Enter)</source>
        <translation>将所选项恢复到原位置 (Enter)</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete the selected things for good (Del)</source>
        <translation>永久删除所选项 (Del)</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Delete for good all that the filters show</source>
        <translation>永久删除当前筛选条件下显示的所有项</translation>
    </message>
    <message>
        <source>What is in the trash</source>
        <translation>回收站中的内容</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站为空</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>没有此类型的内容</translation>
    </message>
    <message>
        <source>Samples, labels, datasets and versions that are deleted wait here. Files on disk stay where they are.</source>
        <translation>已删除的样本、标签、数据集和版本保留在此处。磁盘上的文件保留在原位置。</translation>
    </message>
    <message>
        <source>Other kinds or datasets have something in the trash.</source>
        <translation>回收站中有其他类型或数据集的内容。</translation>
    </message>
    <message>
        <source>%L1 of %L2 selected</source>
        <extracomment>%1 of %2 things in the trash are selected</extracomment>
        <translation>已选 %L1/%L2 项</translation>
    </message>
    <message numerus="yes">
        <source>%Ln things</source>
        <translation>
            <numerusform>%Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore	Enter</source>
        <translation>恢复	Enter</translation>
    </message>
    <message>
        <source>Delete for good	Del</source>
        <translation>永久删除	Del</translation>
    </message>
</context>
<context>
    <name>lw::panels::VersionDelegate</name>
    <message>
        <source>current</source>
        <translation>当前版本</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln samples</source>
        <extracomment>a version in the list: time of publishing, number of samples</extracomment>
        <translation>
            <numerusform>%1 · %Ln 个样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::panels::VersionDetails</name>
    <message>
        <source>Current</source>
        <translation>当前版本</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>标注对象</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>数据切分</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Hard marks</source>
        <translation>难例属性</translation>
    </message>
    <message>
        <source>Copy the manifest&apos;s path</source>
        <translation>复制 Manifest 路径</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Set as current</source>
        <translation>设置为当前版本</translation>
    </message>
    <message>
        <source>The dataset then shows this version&apos;s samples and labels</source>
        <translation>数据集将显示此版本的样本和标签</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with another version</source>
        <translation>与其他版本比较</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Removes the version from the list; its files stay on disk</source>
        <translation>从列表中移除版本；其文件保留在磁盘上</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>%1, of which %2 labelled</source>
        <translation>%1，其中 %2 已标注</translation>
    </message>
    <message>
        <source>%1 training, %2 validation</source>
        <translation>训练集 %1，验证集 %2</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>未切分</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>未写入</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a model on the labels of this version</source>
        <translation>用此版本的标签训练模型</translation>
    </message>
</context>
<context>
    <name>lw::panels::VersionPanel</name>
    <message>
        <source>Versions</source>
        <translation>版本管理</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>暂无版本</translation>
    </message>
    <message>
        <source>Publish the dataset to freeze its current state as a version that you can train on, compare and go back to.</source>
        <translation>发布数据集，将其当前状态固定为版本，可用于训练、对比和恢复。</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Checks</name>
    <message>
        <source>To check labels, at least %L1 labels must be on %L2 pictures each.</source>
        <translation>检查标签至少需要 %L1 个标签，且每个标签至少有 %L2 张图片。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Choices</name>
    <message>
        <source>The filter term “%1” is not understood.</source>
        <translation>无法识别筛选条件“%1”。</translation>
    </message>
    <message>
        <source>The dataset has no label “%1”.</source>
        <translation>数据集没有标签“%1”。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Engine</name>
    <message>
        <source>The learning engine is not there (%1). Please install Labelwright anew, or say where it is with the variable LABELWRIGHT_ENGINE.</source>
        <translation>找不到学习引擎（%1）。请重新安装 Labelwright，或用变量 LABELWRIGHT_ENGINE 指定其位置。</translation>
    </message>
    <message>
        <source>The learning engine could not be started (%1).</source>
        <translation>无法启动学习引擎（%1）。</translation>
    </message>
    <message>
        <source>The learning engine has ended unexpectedly. Nothing of your work is lost.</source>
        <translation>学习引擎意外退出。您的工作没有丢失。</translation>
    </message>
    <message>
        <source>The learning engine has ended unexpectedly (%1). Nothing of your work is lost.</source>
        <translation>学习引擎意外退出（%1）。您的工作没有丢失。</translation>
    </message>
    <message>
        <source>The learning engine was ended, probably because the memory was used up. Smaller pictures or smaller batches need less.</source>
        <translation>学习引擎被终止，可能是内存不足。使用较小的图片或较小的批可减少内存占用。</translation>
    </message>
    <message>
        <source>The learning engine said something that makes no sense (“%1”). Please install Labelwright anew.</source>
        <translation>学习引擎返回了无法识别的内容（“%1”）。请重新安装 Labelwright。</translation>
    </message>
    <message>
        <source>The learning engine does not answer any more and was ended. Please try again.</source>
        <translation>学习引擎没有响应，已被终止。请重试。</translation>
    </message>
    <message>
        <source>The learning engine is of another version (%1). Please install Labelwright anew.</source>
        <translation>学习引擎的版本不符（%1）。请重新安装 Labelwright。</translation>
    </message>
    <message>
        <source>The file holds weights without a last layer, so it has no labels. Import it without a labels file, to start trainings from it.</source>
        <translation>文件中的权重没有最后一层，因此没有标签。请不带标签文件导入，用作训练的起点。</translation>
    </message>
    <message>
        <source>The job “%1” runs already.</source>
        <translation>作业“%1”已在运行。</translation>
    </message>
    <message>
        <source>The labels file names %1 labels, but the model has %2 outputs.</source>
        <translation>标签文件有 %1 个标签，但模型有 %2 个输出。</translation>
    </message>
    <message>
        <source>The learning engine says: %1</source>
        <extracomment>%1 is an English sentence of the engine</extracomment>
        <translation>学习引擎提示：%1</translation>
    </message>
    <message>
        <source>The job&apos;s process has ended unexpectedly: it was killed, or the memory was used up. What it had learned is kept; start it again to go on.</source>
        <translation>作业进程意外退出：进程被终止，或内存不足。已学到的内容会保留；重新启动即可继续。</translation>
    </message>
    <message>
        <source>There was not enough memory. Smaller batches or a smaller input need less.</source>
        <translation>内存不足。使用较小的批或较小的输入可减少内存占用。</translation>
    </message>
    <message>
        <source>The disk is full. Make room and start the job again; it goes on where it was.</source>
        <translation>磁盘已满。请清理空间后重新启动作业，作业会从中断处继续。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::EvaluationAdvice</name>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Colourfulness</source>
        <translation>色彩丰富度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Width to height</source>
        <translation>宽高比</translation>
    </message>
    <message>
        <source>Number of objects</source>
        <translation>标注对象数</translation>
    </message>
    <message>
        <source>Size of the objects</source>
        <translation>标注对象大小</translation>
    </message>
    <message>
        <source>Objects missed</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>Found where nothing is</source>
        <translation>误检</translation>
    </message>
    <message>
        <source>Wrong label</source>
        <translation>标签错误</translation>
    </message>
    <message>
        <source>Boxes misplaced</source>
        <translation>边框偏移</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln samples or objects were compared: the numbers may be luck. Label more and evaluate again.</source>
        <translation>
            <numerusform>只比较了 %Ln 个样本或标注对象：数值可能有偶然性。请标注更多样本后重新评估。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” occurs %Ln times only, so its numbers mean little. Label more of it.</source>
        <translation>
            <numerusform>“%1”只出现了 %Ln 次，其数值参考意义不大。请多标注一些。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is %L3 times as frequent as “%2”, which does worse. Label more “%2” first.</source>
        <translation>“%1”的数量是“%2”的 %L3 倍，而后者的效果较差。请先多标注“%2”。</translation>
    </message>
    <message>
        <source>“%1” and “%2” are mixed up %L3 times. Check whether both are labelled by the same rule, and label more pictures that show the difference.</source>
        <translation>“%1”和“%2”混淆了 %L3 次。请检查两者的标注规则是否一致，并多标注能体现区别的图片。</translation>
    </message>
    <message>
        <source>%2 of “%1” are missed. Look at the missed ones: label more like them, or complete labels that were forgotten.</source>
        <translation>“%1”有 %2 漏检。请查看漏检的样本：多标注类似的图片，或补上遗漏的标注。</translation>
    </message>
    <message>
        <source>%2 of what is called “%1” is something else. Label more of what it is taken for, or raise the lowest confidence.</source>
        <translation>预测为“%1”的结果中有 %2 是其他标签。请多标注被误判的标签，或提高最低置信度。</translation>
    </message>
    <message>
        <source>%2 of what is called “%1” is something else. Label more of what it is taken for.</source>
        <translation>被判为“%1”的结果中有 %2 其实是别的内容。请多标注一些容易被误判成它的样本。</translation>
    </message>
    <message>
        <source>%L1 times something is found where nothing is labelled. Check for forgotten labels, add pictures without objects, or raise the lowest confidence.</source>
        <translation>有 %L1 次在没有标注的位置检出了对象。请检查是否有遗漏的标注，添加没有对象的图片，或提高最低置信度。</translation>
    </message>
    <message>
        <source>Objects are found, but boxes do not sit tight. Check whether boxes are drawn alike, and train with larger pictures.</source>
        <translation>能找到对象，但边框不够贴合。请检查边框的画法是否一致，并用更大的图片训练。</translation>
    </message>
    <message>
        <source>Small objects are found much less often than large ones. Train with larger pictures.</source>
        <translation>小对象的检出率远低于大对象。请用更大的图片训练。</translation>
    </message>
    <message>
        <source>Results depend on “%1”: high values do worse by %2. Label more samples of that kind.</source>
        <translation>结果受“%1”影响：数值较高时，效果差 %2。请多标注此类样本。</translation>
    </message>
    <message>
        <source>Results depend on “%1”: low values do worse by %2. Label more samples of that kind.</source>
        <translation>结果受“%1”影响：数值较低时，效果差 %2。请多标注此类样本。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are very wrong. Look at them first: often it is the label that needs mending.</source>
        <translation>
            <numerusform>%Ln 个样本严重出错。请先查看这些样本：往往是标签需要修正。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing stands out: the model can be used. Try it on pictures that it has never seen.</source>
        <translation>没有明显问题：模型可以使用。请在它从未见过的图片上试用。</translation>
    </message>
    <message>
        <source>Nothing in particular goes wrong, but results are low. Train longer, start from pretrained weights, or label more.</source>
        <translation>没有突出的问题，但结果偏低。请延长训练时间、从预训练权重开始，或标注更多样本。</translation>
    </message>
    <message>
        <source>The model has hardly learnt anything yet. Train longer, start from pretrained weights, or try a lower learning rate.</source>
        <translation>模型几乎还没有学到内容。请延长训练时间，从预训练权重开始，或降低学习率。</translation>
    </message>
    <message>
        <source>Outlines off</source>
        <translation>轮廓偏差</translation>
    </message>
    <message>
        <source>“%1” and “%2” are mixed up on %3 of their pixels. Check whether both are labelled by the same rule, and label more pictures that show the difference.</source>
        <translation>“%1”和“%2”有 %3 的像素相互混淆。请检查两者的标注规则是否一致，并多标注能体现区别的图片。</translation>
    </message>
    <message>
        <source>%1 of what is found lies where nothing is labelled. Check for forgotten labels, or add pictures without objects.</source>
        <translation>检出的内容中有 %1 位于没有标注的位置。请检查是否有遗漏的标注，或添加没有对象的图片。</translation>
    </message>
    <message>
        <source>Objects are found, but their outlines do not sit tight. Check whether outlines are drawn alike, and train with larger pictures.</source>
        <translation>能找到对象，但轮廓不够贴合。请检查轮廓的画法是否一致，并用更大的图片训练。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Exporting</name>
    <message>
        <source>An export needs a folder to write to.</source>
        <translation>请指定导出文件夹。</translation>
    </message>
    <message>
        <source>“%1” lies inside the input location; the next synchronization would take the export for new data.</source>
        <translation>“%1”位于输入位置内；下次同步数据源时会将导出内容当作新数据。</translation>
    </message>
    <message>
        <source>“%1” belongs to the published versions of the dataset; choose another folder.</source>
        <translation>“%1”属于数据集已发布的版本；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>“%1” is a file, not a folder.</source>
        <translation>“%1”是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>The folder is not empty.</source>
        <translation>文件夹不为空。</translation>
    </message>
    <message>
        <source>No sample matches, so nothing was exported.</source>
        <translation>没有符合条件的样本，未导出任何内容。</translation>
    </message>
    <message>
        <source>The format “%1” cannot be written.</source>
        <translation>不支持导出为格式“%1”。</translation>
    </message>
    <message>
        <source>The format “%1” has no place for datasets of the type “%2”.</source>
        <translation>格式“%1”不支持类型为“%2”的数据集。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::ExportingAs</name>
    <message>
        <source>No sample matches, so nothing was exported.</source>
        <translation>没有符合条件的样本，未导出任何内容。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Gathering</name>
    <message>
        <source>Choose a dataset first.</source>
        <translation>请先选择数据集。</translation>
    </message>
    <message>
        <source>The datasets are of different types.</source>
        <translation>所选数据集的类型不同。</translation>
    </message>
    <message>
        <source>There is no network that learns datasets of this type.</source>
        <translation>没有网络可以学习此类型的数据集。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Grouping</name>
    <message>
        <source>Choose a folder outside of the dataset&apos;s own locations.</source>
        <translation>请选择数据集自身位置以外的文件夹。</translation>
    </message>
    <message>
        <source>“%1” is not an empty folder.</source>
        <translation>“%1”不是空文件夹。</translation>
    </message>
    <message>
        <source>There is no picture that can be grouped.</source>
        <translation>没有可分组的图片。</translation>
    </message>
    <message>
        <source>The number of groups must be from %L1 to %L2.</source>
        <translation>分组数必须在 %L1 到 %L2 之间。</translation>
    </message>
    <message>
        <source>Weights must be from 0 to 1.</source>
        <translation>权重必须在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>Name an attribute or a folder for the result.</source>
        <translation>请为结果指定属性或文件夹。</translation>
    </message>
    <message>
        <source>“%1” cannot be an attribute&apos;s name: 1 to 64 characters, without quotes, colons, commas or equals signs.</source>
        <translation>“%1”不能作为属性名：须为 1～64 个字符，不能包含引号、冒号、逗号或等号。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Guesses</name>
    <message>
        <source>“%1” has images, annotations and categories: %2.</source>
        <translation>“%1”含有 images、annotations 和 categories：%2。</translation>
    </message>
    <message>
        <source>“%1” has shapes and the path of a picture: %2.</source>
        <translation>“%1”含有形状和图片路径：%2。</translation>
    </message>
    <message>
        <source>“%1” has a row with a source for each picture: %2.</source>
        <translation>“%1”每张图片一行并注明来源：%2。</translation>
    </message>
    <message>
        <source>“%1” is an XML file that describes one picture: %2.</source>
        <translation>“%1”是描述一张图片的 XML 文件：%2。</translation>
    </message>
    <message>
        <source>There are folders “%1” and “JPEGImages”: %2.</source>
        <translation>有“%1”和“JPEGImages”文件夹：%2。</translation>
    </message>
    <message>
        <source>“%1” is an XML file that describes several pictures: %2.</source>
        <translation>“%1”是描述多张图片的 XML 文件：%2。</translation>
    </message>
    <message>
        <source>“%1” lists the names of classes: %2.</source>
        <translation>“%1”列出了类别名称：%2。</translation>
    </message>
    <message>
        <source>“%1” has rows with a class number and shares of the picture&apos;s size: %2.</source>
        <translation>“%1”的各行为类别编号和相对图片尺寸的比例：%2。</translation>
    </message>
    <message>
        <source>“%1” has rows with four corners and a label: %2.</source>
        <translation>“%1”的各行为四个角点和一个标签：%2。</translation>
    </message>
    <message>
        <source>“%1” has labels and lies beside its picture: %2.</source>
        <translation>“%1”含有标签，位于图片旁边：%2。</translation>
    </message>
    <message>
        <source>The pictures lie in folders such as “%1”: %2.</source>
        <translation>图片位于“%1”等文件夹中：%2。</translation>
    </message>
    <message>
        <source>The first row of “%1” names pictures and labels: %2.</source>
        <translation>“%1”的首行写明图片和标签：%2。</translation>
    </message>
    <message>
        <source>“%1” is a mask with the name of a picture: %2.</source>
        <translation>“%1”是与图片同名的掩码：%2。</translation>
    </message>
    <message>
        <source>“%1” says what the colours of masks mean: %2.</source>
        <translation>“%1”说明了掩码颜色的含义：%2。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::History</name>
    <message>
        <source>Shape drawn</source>
        <translation>绘制形状</translation>
    </message>
    <message>
        <source>Shapes deleted</source>
        <translation>删除形状</translation>
    </message>
    <message>
        <source>Shapes moved or resized</source>
        <translation>移动形状或调整大小</translation>
    </message>
    <message>
        <source>Label changed</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>Marks changed</source>
        <translation>修改标记</translation>
    </message>
    <message>
        <source>Attributes changed</source>
        <translation>修改属性</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>调整叠放顺序</translation>
    </message>
    <message>
        <source>Shapes pasted</source>
        <translation>粘贴形状</translation>
    </message>
    <message>
        <source>Shapes of the previous picture taken over</source>
        <translation>沿用上一张图片的形状</translation>
    </message>
    <message>
        <source>All shapes deleted</source>
        <translation>删除所有形状</translation>
    </message>
    <message>
        <source>Hard mark changed</source>
        <translation>修改难例标记</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>difficult</source>
        <translation>难以识别</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>occluded</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>难例</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>no mark is set on the object</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Changed together with other samples</source>
        <translation>与其他样本一同修改</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Another version set as current</source>
        <translation>已将其他版本设置为当前版本</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>已移到回收站</translation>
    </message>
    <message>
        <source>Restored from the trash</source>
        <translation>已从回收站恢复</translation>
    </message>
    <message>
        <source>a deleted label</source>
        <translation>已删除的标签</translation>
    </message>
    <message>
        <source>Made as “%1”</source>
        <translation>创建为“%1”</translation>
    </message>
    <message>
        <source>Removed, was “%1”</source>
        <translation>已移除，原为“%1”</translation>
    </message>
    <message>
        <source>Label: %1 → %2</source>
        <translation>标签：%1 → %2</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>Size or outline changed</source>
        <translation>大小或轮廓已更改</translation>
    </message>
    <message>
        <source>Marks: %1 → %2</source>
        <translation>标记：%1 → %2</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>拍摄角度</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>the name of an attribute, its old and its new value</extracomment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Confidence changed</source>
        <translation>置信度已更改</translation>
    </message>
    <message>
        <source>Before by %1</source>
        <translation>原作者：%1</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>详细信息已更改</translation>
    </message>
    <message>
        <source>Labels changed</source>
        <translation>标签已更改</translation>
    </message>
    <message>
        <source>Proposals rejected</source>
        <translation>已拒绝建议标注</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Importing</name>
    <message>
        <source>No format was recognised in “%1”; choose one.</source>
        <translation>未能识别“%1”的格式；请选择一种。</translation>
    </message>
    <message numerus="yes">
        <source>The archive holds %n file(s) of this format; it must be one.</source>
        <translation>
            <numerusform>压缩包中有 %n 个此格式的文件；必须恰好一个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Losses</name>
    <message>
        <source>%1 become bounding boxes.</source>
        <extracomment>%1 is a kind of shapes, e.g. &quot;Circles&quot;</extracomment>
        <translation>%1将变为矩形。</translation>
    </message>
    <message>
        <source>%1 become polygons of %2 points.</source>
        <translation>%1将变为 %2 个点的多边形。</translation>
    </message>
    <message>
        <source>%1 become polygons.</source>
        <translation>%1将变为多边形。</translation>
    </message>
    <message>
        <source>%1 become the smallest rotated boxes around them.</source>
        <translation>%1将变为其最小外接旋转矩形。</translation>
    </message>
    <message>
        <source>Polygons with holes become masks of whole pixels.</source>
        <translation>带孔的多边形将变为整数像素的掩码。</translation>
    </message>
    <message>
        <source>%1 become masks of whole pixels.</source>
        <translation>%1将变为整数像素的掩码。</translation>
    </message>
    <message>
        <source>%1 become ellipses.</source>
        <translation>%1将变为椭圆。</translation>
    </message>
    <message>
        <source>%1 become plain lines.</source>
        <translation>%1将变为直线。</translation>
    </message>
    <message>
        <source>%1 become polylines.</source>
        <translation>%1将变为折线。</translation>
    </message>
    <message>
        <source>%1 become other shapes.</source>
        <translation>%1将变为其他形状。</translation>
    </message>
    <message>
        <source>Only the first label of a sample is kept.</source>
        <translation>每个样本只保留第一个标签。</translation>
    </message>
    <message>
        <source>Samples without annotations are left out.</source>
        <translation>没有标注的样本将被跳过。</translation>
    </message>
    <message>
        <source>The marks for training, evaluation and test are lost.</source>
        <translation>训练、评估和测试的标记将丢失。</translation>
    </message>
    <message>
        <source>The hard marks of samples are lost.</source>
        <translation>样本的难例标记将丢失。</translation>
    </message>
    <message>
        <source>Files get another name or folder.</source>
        <translation>文件将使用其他名称或文件夹。</translation>
    </message>
    <message>
        <source>Imported fields that the program does not know are lost.</source>
        <translation>导入的字段中，程序无法识别的将丢失。</translation>
    </message>
    <message>
        <source>%1 are left out.</source>
        <extracomment>%1 is a kind of shapes, e.g. &quot;Circles&quot;</extracomment>
        <translation>%1将被跳过。</translation>
    </message>
    <message>
        <source>Polygons with holes or several parts become one outline, joined by bridges.</source>
        <translation>带孔或由多个部分组成的多边形将变为以连接线相连的单个轮廓。</translation>
    </message>
    <message>
        <source>Coordinates are rounded.</source>
        <translation>坐标将被取整。</translation>
    </message>
    <message>
        <source>The attribute values are lost.</source>
        <translation>属性值将丢失。</translation>
    </message>
    <message>
        <source>Difficult, truncated, occluded and pose are lost.</source>
        <translation>难以识别、截断、遮挡和拍摄角度将丢失。</translation>
    </message>
    <message>
        <source>The confidence is lost.</source>
        <translation>置信度将丢失。</translation>
    </message>
    <message>
        <source>The hard marks of objects are lost.</source>
        <translation>标注对象的难例标记将丢失。</translation>
    </message>
    <message>
        <source>Who made the annotations, and when, is lost.</source>
        <translation>标注的作者和时间将丢失。</translation>
    </message>
    <message>
        <source>Bounding boxes</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Polygons</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Dashed lines</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Rotated boxes</source>
        <translation>旋转矩形</translation>
    </message>
    <message>
        <source>Ellipses</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Polylines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Skeletons</source>
        <translation>骨架</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Labels of whole samples</source>
        <translation>整个样本的标签</translation>
    </message>
    <message>
        <source>%1 times: %2</source>
        <extracomment>%1 is a number, %2 a sentence on what happens to so many annotations</extracomment>
        <translation>%1 处：%2</translation>
    </message>
    <message>
        <source>%1 objects: %2</source>
        <translation>%1 个标注对象：%2</translation>
    </message>
    <message>
        <source>Areas are painted as classes: what others cover is lost, those of a label that touch become one, and parts become areas of their own.</source>
        <translation>区域按类别绘制：被其他区域覆盖的部分会丢失，同一标签相接的区域合为一个，各部分成为独立区域。</translation>
    </message>
    <message>
        <source>The reasons why samples are hard are lost.</source>
        <translation>样本的难例原因会丢失。</translation>
    </message>
    <message>
        <source>The attributes of samples are lost.</source>
        <translation>样本的属性会丢失。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Messages</name>
    <message>
        <source>This is not allowed.</source>
        <translation>不允许此操作。</translation>
    </message>
    <message>
        <source>“%1” is not allowed here.</source>
        <translation>此处不允许“%1”。</translation>
    </message>
    <message>
        <source>The action was cancelled and nothing was changed.</source>
        <translation>操作已取消，未作任何更改。</translation>
    </message>
    <message>
        <source>It does not exist.</source>
        <translation>不存在。</translation>
    </message>
    <message>
        <source>There is no “%1”.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>It exists already.</source>
        <translation>已存在。</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>“%1”已存在。</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>It cannot be read (%1).</source>
        <translation>无法读取（%1）。</translation>
    </message>
    <message>
        <source>It cannot be written.</source>
        <translation>无法写入。</translation>
    </message>
    <message>
        <source>It cannot be written (%1).</source>
        <translation>无法写入（%1）。</translation>
    </message>
    <message>
        <source>The disk is full; what was saved before is safe.</source>
        <translation>磁盘已满；之前保存的内容是安全的。</translation>
    </message>
    <message>
        <source>It cannot be written: the folder or file is read-only.</source>
        <translation>无法写入：文件夹或文件是只读的。</translation>
    </message>
    <message>
        <source>Its content does not follow the format.</source>
        <translation>内容不符合格式要求。</translation>
    </message>
    <message>
        <source>Its content does not follow the format (%1).</source>
        <translation>内容不符合格式要求（%1）。</translation>
    </message>
    <message>
        <source>This type is not supported.</source>
        <translation>不支持此类型。</translation>
    </message>
    <message>
        <source>This type is not supported (%1).</source>
        <translation>不支持此类型（%1）。</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>太大。</translation>
    </message>
    <message>
        <source>It is too large (%1).</source>
        <translation>太大（%1）。</translation>
    </message>
    <message>
        <source>The project was written by a newer version of this program; please update.</source>
        <translation>项目由更新版本的程序写入，请升级。</translation>
    </message>
    <message>
        <source>The file is damaged or is not a project file.</source>
        <translation>文件已损坏，或不是项目文件。</translation>
    </message>
    <message>
        <source>The file is damaged or is not a project file (%1).</source>
        <translation>文件已损坏，或不是项目文件（%1）。</translation>
    </message>
    <message>
        <source>Another program is using it; please try again in a moment.</source>
        <translation>另一个程序正在使用它，请稍后再试。</translation>
    </message>
    <message>
        <source>An unexpected error occurred (%1).</source>
        <translation>发生意外错误（%1）。</translation>
    </message>
    <message>
        <source>The picture is larger than the limit (%1). To see it, raise “Largest picture” in the settings.</source>
        <extracomment>%1 is like &quot;60000 × 60000, 3600 MP &gt; 1000 MP&quot;</extracomment>
        <translation>图片超出上限（%1）。如需查看，请在设置中调高“最大图片”。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Problems</name>
    <message>
        <source>The file cannot be read (%1).</source>
        <translation>无法读取文件（%1）。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The file is too large; the limit is %1.</source>
        <translation>文件过大；上限为 %1。</translation>
    </message>
    <message>
        <source>The file was not found at %1.</source>
        <translation>未找到文件：%1。</translation>
    </message>
    <message>
        <source>The same sample was named before, at %1.</source>
        <translation>该样本已在 %1 处出现过。</translation>
    </message>
    <message>
        <source>The path points outside the folder it must stay in (%1).</source>
        <translation>路径超出了允许的文件夹（%1）。</translation>
    </message>
    <message>
        <source>The file name is longer than 255 bytes.</source>
        <translation>文件名超过 255 字节。</translation>
    </message>
    <message>
        <source>The text is not valid in its encoding (%1).</source>
        <translation>文本编码无效（%1）。</translation>
    </message>
    <message>
        <source>The picture that belongs to this annotation file was not found (%1).</source>
        <translation>未找到该标注文件所属的图片（%1）。</translation>
    </message>
    <message>
        <source>The file could not be copied (%1).</source>
        <translation>无法复制文件（%1）。</translation>
    </message>
    <message>
        <source>The file could not be deleted (%1).</source>
        <translation>无法删除文件（%1）。</translation>
    </message>
    <message>
        <source>The file was kept because another dataset has it too (%1).</source>
        <translation>文件已保留，因为其他数据集也在使用（%1）。</translation>
    </message>
    <message>
        <source>The folder disappeared while it was read.</source>
        <translation>读取过程中文件夹消失。</translation>
    </message>
    <message>
        <source>The XML is broken (%1).</source>
        <translation>XML 格式错误（%1）。</translation>
    </message>
    <message>
        <source>The XML is not a VOC annotation: its root is &lt;%1&gt;.</source>
        <translation>XML 不是 VOC 标注：根元素为 &lt;%1&gt;。</translation>
    </message>
    <message>
        <source>The XML declares entities of its own, which is refused for safety.</source>
        <translation>XML 声明了自定义实体，为安全起见已拒绝。</translation>
    </message>
    <message>
        <source>The line is not valid JSON (%1).</source>
        <translation>该行不是有效的 JSON（%1）。</translation>
    </message>
    <message>
        <source>The field “%1” is missing.</source>
        <translation>缺少字段“%1”。</translation>
    </message>
    <message>
        <source>A field has a value that is not allowed (%1).</source>
        <translation>字段取值无效（%1）。</translation>
    </message>
    <message>
        <source>The annotation type “%1” is unknown.</source>
        <translation>未知的标注类型“%1”。</translation>
    </message>
    <message>
        <source>The annotation type “%1” does not fit the dataset.</source>
        <translation>标注类型“%1”与数据集不符。</translation>
    </message>
    <message>
        <source>“%1” is not allowed as a label name.</source>
        <translation>“%1”不能作为标签名。</translation>
    </message>
    <message>
        <source>The shape has no width or no height and was left out (%1).</source>
        <translation>形状的宽度或高度为零，已跳过（%1）。</translation>
    </message>
    <message>
        <source>The shape lies outside of the picture and was left out (%1).</source>
        <translation>形状位于图片之外，已跳过（%1）。</translation>
    </message>
    <message>
        <source>The shape extends beyond the edge of the picture; it was kept as it is (%1).</source>
        <translation>形状超出图片边缘，已原样保留（%1）。</translation>
    </message>
    <message>
        <source>The shape has too few points (%1).</source>
        <translation>形状的点数不足（%1）。</translation>
    </message>
    <message>
        <source>The object has more than one shape; the first one was taken (%1).</source>
        <translation>标注对象包含多个形状，已使用第一个（%1）。</translation>
    </message>
    <message>
        <source>The picture cannot be decoded (%1).</source>
        <translation>图片无法解码（%1）。</translation>
    </message>
    <message>
        <source>The picture file is incomplete; only the readable part is shown.</source>
        <translation>图片不完整，仅显示可读取的部分。</translation>
    </message>
    <message>
        <source>The content is in another format than the file name says: %1.</source>
        <translation>内容格式与文件扩展名不符：%1。</translation>
    </message>
    <message>
        <source>The annotation states another picture size (%1).</source>
        <translation>标注中的图片尺寸与实际不符（%1）。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <extracomment>%1 is a file, %2 a line number, %3 the sentence that says what is wrong there</extracomment>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a file or folder, %2 the sentence that says what is wrong with it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Read back, the export is not what was written (%1).</source>
        <translation>回读后，导出内容与写入的不一致（%1）。</translation>
    </message>
    <message>
        <source>The picture is larger than the limit (%1). To take it, raise “Largest picture” in the settings, or give --max-megapixels in the command line.</source>
        <extracomment>%1 is like &quot;60000 × 60000, 3600 MP &gt; 1000 MP&quot;</extracomment>
        <translation>图片超出上限（%1）。如需使用，请在设置中调高“最大图片”，或在命令行中指定 --max-megapixels。</translation>
    </message>
    <message>
        <source>The file holds several frames or pages; the first one is shown and annotated.</source>
        <translation>文件包含多帧或多页；仅显示和标注第一个。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Publishing</name>
    <message>
        <source>The share of training samples must be a number from 0 to 1.</source>
        <translation>训练集比例必须是 0 到 1 之间的数。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Rules</name>
    <message>
        <source>The name “%1” is not allowed: use 1 to 100 letters, digits, “_” and “-”.</source>
        <translation>名称“%1”无效：请使用 1～100 个字母、数字、“_”和“-”。</translation>
    </message>
    <message>
        <source>“%1” is not allowed as a label name: use 1 to 32 Chinese characters, letters, digits, “_”, “-” and blanks inside.</source>
        <translation>“%1”不能作为标签名：请使用 1～32 个中文、字母、数字、“_”、“-”，中间可含空格。</translation>
    </message>
    <message>
        <source>The label “%1” is given twice.</source>
        <translation>标签“%1”重复。</translation>
    </message>
    <message>
        <source>The shortcut “%1” is given to two labels.</source>
        <translation>快捷键“%1”被分配给了两个标签。</translation>
    </message>
    <message>
        <source>A dataset needs an input location and an output location.</source>
        <translation>数据集需要输入位置和输出位置。</translation>
    </message>
    <message>
        <source>“%1” is a file, not a folder.</source>
        <translation>“%1”是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>The output location must be another folder than the input location.</source>
        <translation>输出位置不能与输入位置相同。</translation>
    </message>
    <message>
        <source>The output location “%1” must not lie inside the input location “%2”.</source>
        <translation>输出位置“%1”不能位于输入位置“%2”内。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Samples</name>
    <message>
        <source>Pictures drawn by the program, to try everything out.</source>
        <translation>由程序自行绘制的图片，供试用各项功能。</translation>
    </message>
    <message>
        <source>The folder is not empty.</source>
        <translation>文件夹不为空。</translation>
    </message>
    <message>
        <source>The same pictures, each with a label for its light.</source>
        <translation>相同的图片，每张带有一个表示光照的标签。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Smart</name>
    <message>
        <source>Datasets of this type cannot be labelled by a machine.</source>
        <translation>此类型的数据集不支持智能标注。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) are in use; at least 2 are needed.</source>
        <translation>
            <numerusform>使用中的标签有 %n 个；至少需要 2 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is on %n labelled sample(s); at least 5 are needed.</source>
        <translation>
            <numerusform>“%1”只有 %n 个已标注样本；至少需要 5 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no unlabelled sample.</source>
        <translation>没有未标注的样本。</translation>
    </message>
    <message>
        <source>Another run works on this dataset: %1.</source>
        <translation>此数据集有其他运行正在进行：%1。</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <source>The library has no model “%1”.</source>
        <translation>模型库中没有模型“%1”。</translation>
    </message>
    <message>
        <source>The model “%1” does not fit this dataset: its type or its labels are others.</source>
        <translation>模型“%1”不适合此数据集：类型或标签不符。</translation>
    </message>
    <message>
        <source>The learning engine is not installed.</source>
        <translation>未安装学习引擎。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Training</name>
    <message>
        <source>Give the training a name.</source>
        <translation>请输入训练名称。</translation>
    </message>
    <message>
        <source>The name may have 64 characters at most and not begin with a dot.</source>
        <translation>名称最多 64 个字符，且不能以点开头。</translation>
    </message>
    <message>
        <source>There is no algorithm “%1”.</source>
        <translation>没有算法“%1”。</translation>
    </message>
    <message>
        <source>The parameter “%1” is unknown to the algorithm, or its value is out of range.</source>
        <translation>算法不支持参数“%1”，或其值超出范围。</translation>
    </message>
    <message>
        <source>There is no model “%1” in the library.</source>
        <translation>模型库中没有模型“%1”。</translation>
    </message>
    <message>
        <source>This algorithm cannot start from a model.</source>
        <translation>此算法不能从模型开始训练。</translation>
    </message>
    <message>
        <source>The model “%1” is of the network %2; this algorithm trains %3.</source>
        <translation>模型“%1”的网络是 %2；此算法训练的是 %3。</translation>
    </message>
    <message>
        <source>The algorithm is for datasets of the type “%1”; this one is of the type “%2”.</source>
        <translation>此算法适用于“%1”类型的数据集；当前数据集的类型是“%2”。</translation>
    </message>
    <message>
        <source>No sample is labelled yet.</source>
        <translation>还没有已标注的样本。</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n labelled sample(s) can be used: their files are missing, their names are too long, or they have no label that can be learned.</source>
        <translation>
            <numerusform>%n 个已标注样本均无法使用：文件缺失、名称过长，或没有可学习的标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>At least two labelled samples for training are needed; there is %1.</source>
        <translation>训练至少需要两个已标注样本，现有 %1 个。</translation>
    </message>
    <message>
        <source>At least two different labels are needed; all samples have the label “%1”.</source>
        <translation>至少需要两个不同的标签；所有样本的标签都是“%1”。</translation>
    </message>
    <message>
        <source>No sample is left for validation, so the last state is kept, not the best one.</source>
        <translation>没有样本可用于验证，因此保留最后的状态，而不是最好的状态。</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) have several labels; the first one counts.</source>
        <translation>
            <numerusform>%n 个样本有多个标签；以第一个为准。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled sample(s) are left out: their files are missing or their names are too long.</source>
        <translation>
            <numerusform>%n 个已标注样本未参与：文件缺失或名称过长。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s of learning as set, and reading and validating at the speed of the last training with this algorithm here.</source>
        <translation>按设置学习 %1 秒，另加读取和验证的时间，速度按此计算机上次使用此算法训练估算。</translation>
    </message>
    <message>
        <source>%1 s of learning as set, and reading and validating at the speed that one core usually has; nothing was trained with this algorithm here yet.</source>
        <translation>按设置学习 %1 秒，另加读取和验证的时间，速度按单核一般水平估算；此计算机尚未使用此算法训练过。</translation>
    </message>
    <message>
        <source>Four clicks are taught with outlined objects; this dataset has labels of whole pictures.</source>
        <translation>四点轮廓从带轮廓的对象中学习；此数据集的标签针对整张图片。</translation>
    </message>
    <message>
        <source>Four clicks learn from %1 outlined objects (polygons or masks) on labelled pictures; there are %2 so far.</source>
        <translation>四点轮廓需要从已标注图片上的 %1 个带轮廓的对象（多边形或掩码）中学习；目前有 %2 个。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Trash</name>
    <message>
        <source>None of this is in the trash any more.</source>
        <translation>这些项目均已不在回收站中。</translation>
    </message>
    <message>
        <source>“%1” stays in the trash: the dataset has the file again, with work of its own.</source>
        <translation>“%1”仍在回收站中：数据集中已重新有此文件，并有新的标注。</translation>
    </message>
    <message>
        <source>“%1” stays in the trash: its dataset is there too.</source>
        <translation>“%1”仍在回收站中：其数据集也在回收站中。</translation>
    </message>
    <message>
        <source>One thing was restored or deleted for good by somebody else meanwhile.</source>
        <translation>有一项已被其他人恢复或永久删除。</translation>
    </message>
    <message>
        <source>Restored: %L1 samples, %L2 labels, %L3 datasets, %L4 versions</source>
        <translation>已恢复：%L1 个样本，%L2 个标签，%L3 个数据集，%L4 个版本</translation>
    </message>
    <message>
        <source>“%1” came back as “%2”, because its name was given away.</source>
        <translation>“%1”已恢复为“%2”，因为原名称已被占用。</translation>
    </message>
    <message numerus="yes">
        <source>%n samples came back without their file.</source>
        <translation>
            <numerusform>%n 个样本已恢复，但没有文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations did not come back: their label was deleted for good.</source>
        <translation>
            <numerusform>%n 个标注未恢复：其标签已被永久删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted for good: %L1 samples, %L2 labels, %L3 datasets, %L4 versions</source>
        <translation>已永久删除：%L1 个样本，%L2 个标签，%L3 个数据集，%L4 个版本</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Unpacking</name>
    <message>
        <source>The archive has an entry “%1”, which leads out of its folder, is a link, or is there twice. Nothing was unpacked.</source>
        <translation>压缩包中的条目“%1”指向文件夹之外、是链接，或重复出现。未解压任何内容。</translation>
    </message>
    <message>
        <source>The archive would grow beyond the limit (%1). If you trust it, raise the limit with --max-unpacked-gb or --max-ratio in the command line.</source>
        <translation>压缩包解压后会超出限制（%1）。如果信任它，请在命令行用 --max-unpacked-gb 或 --max-ratio 提高限制。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Using</name>
    <message>
        <source>The model “%1” holds weights without labels; it can only start trainings.</source>
        <translation>模型“%1”只有权重，没有标签；只能用作训练的起点。</translation>
    </message>
    <message>
        <source>The model is for datasets of the type “%1”; this one is of the type “%2”.</source>
        <translation>此模型适用于“%1”类型的数据集；当前数据集的类型是“%2”。</translation>
    </message>
    <message>
        <source>No sample is labelled yet, so there is nothing to compare with.</source>
        <translation>还没有已标注的样本，无法比较。</translation>
    </message>
    <message>
        <source>The dataset has none of the model&apos;s labels (%1).</source>
        <translation>数据集中没有此模型的标签（%1）。</translation>
    </message>
    <message>
        <source>No labelled sample can be used: files are missing or names are too long.</source>
        <translation>没有可用的已标注样本：文件缺失或名称过长。</translation>
    </message>
    <message>
        <source>There are no pictures in the folder.</source>
        <translation>文件夹中没有图片。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Verdicts</name>
    <message>
        <source>The model has learnt little yet: it scores %1% where labels are known. Many proposals are wrong.</source>
        <extracomment>what a model scores in per cent, of 100</extracomment>
        <translation>模型学到的还很少：在已知标签处得分为 %1%。许多建议标注是错误的。</translation>
    </message>
    <message numerus="yes">
        <source>The model finds none of your labels on %Ln samples.</source>
        <translation>
            <numerusform>模型在 %Ln 个样本上未找到您的任何标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was proposed on %Ln samples: the model has learnt too little.</source>
        <translation>
            <numerusform>%Ln 个样本没有得到建议标注：模型学到的太少。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples to confirm</source>
        <translation>
            <numerusform>%Ln 个样本待确认</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another model, or let one learn from your own labels: fast or precise.</source>
        <translation>请选择其他模型，或让模型从您自己的标签中学习：快速或精确。</translation>
    </message>
    <message numerus="yes">
        <source>It learned from %Ln samples: label about 20 more, some of each label.</source>
        <translation>
            <numerusform>仅从 %Ln 个样本中学习：请再标注约 20 个，每个标签都要有一些。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose “precise”: it takes more time to learn.</source>
        <translation>请选择“精确”：学习用时更长。</translation>
    </message>
    <message>
        <source>On the page Models, import a network that has seen many pictures: it needs far fewer labels.</source>
        <translation>在“模型”页面导入见过大量图片的网络：需要的标注要少得多。</translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Writing</name>
    <message>
        <source>The job “%1” is no finished prediction.</source>
        <translation>作业“%1”不是已完成的预测作业。</translation>
    </message>
</context>
<context>
    <name>lw::studio::AppContext</name>
    <message>
        <source>Tasks are still running in this project. Wait for them or stop them first.</source>
        <translation>此项目中仍有任务在运行。请等待其完成或先停止任务。</translation>
    </message>
</context>
<context>
    <name>lw::studio::AssistBar</name>
    <message>
        <source>Options of the tool</source>
        <translation>工具选项</translation>
    </message>
    <message>
        <source>How outlines are found</source>
        <translation>查找轮廓的方法</translation>
    </message>
    <message>
        <source>What was learned from your outlines is used when it finds held-out ones better than the built-in way does</source>
        <translation>从您的轮廓中学到的方法在留出轮廓上优于内置方法时，才会被使用</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>The imported assistant that answers clicks and boxes</source>
        <translation>响应单击和框选的已导入助手</translation>
    </message>
    <message>
        <source>Outline by:</source>
        <translation>轮廓方法：</translation>
    </message>
    <message>
        <source>Assistant:</source>
        <translation>助手：</translation>
    </message>
    <message>
        <source>Looking at the picture…</source>
        <translation>正在分析图片…</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>内置</translation>
    </message>
    <message numerus="yes">
        <source>learned from %Ln outline(s) (IoU %1)</source>
        <extracomment>%1 is a number such as 0.84</extracomment>
        <translation>
            <numerusform>从 %Ln 个轮廓中学习（IoU %1）</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning from your outlines: %1 %</source>
        <translation>正在从您的轮廓中学习：%1 %</translation>
    </message>
    <message>
        <source>Comparing with the built-in way…</source>
        <translation>正在与内置方法比较…</translation>
    </message>
    <message>
        <source>Nothing was left to compare with, so what was learned is not used: label more pictures.</source>
        <translation>没有留出的轮廓可供比较，因此不使用学到的方法：请标注更多图片。</translation>
    </message>
    <message numerus="yes">
        <source>Built-in: IoU %1, on %Ln held-out outline(s)</source>
        <translation>
            <numerusform>内置方法：IoU %1，基于 %Ln 个留出轮廓</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What was learned is not better: IoU %1 against %2 on %Ln held-out outline(s)</source>
        <translation>
            <numerusform>学到的方法没有更好：IoU %1，对比 %2，基于 %Ln 个留出轮廓</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::BatchFlows</name>
    <message numerus="yes">
        <source>Label %Ln samples</source>
        <translation>
            <numerusform>标注 %Ln 个样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %Ln samples</source>
        <translation>
            <numerusform>确认 %Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples changed</source>
        <translation>
            <numerusform>已更改 %Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message numerus="yes">
        <source>Reject the proposals of %Ln samples</source>
        <translation>
            <numerusform>拒绝 %Ln 个样本的建议标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::CanvasHeader</name>
    <message>
        <source>File missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>– / %1</source>
        <translation>– / %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Why it is hard: %1</source>
        <translation>难例原因：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>lw::studio::CanvasPage</name>
    <message>
        <source>Go to picture</source>
        <translation>跳转到图片</translation>
    </message>
    <message>
        <source>Number, 1 to %L1:</source>
        <translation>序号，1 到 %L1：</translation>
    </message>
    <message>
        <source>There is no previous picture.</source>
        <translation>没有上一张图片。</translation>
    </message>
    <message>
        <source>The previous picture has no shapes.</source>
        <translation>上一张图片没有形状。</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>What was learned does not answer right now; the built-in way has found the outline.</source>
        <translation>学到的方法目前没有响应；已用内置方法找出轮廓。</translation>
    </message>
    <message>
        <source>The assistant gives no answer. %1</source>
        <translation>助手没有响应。%1</translation>
    </message>
</context>
<context>
    <name>lw::studio::CanvasStatus</name>
    <message>
        <source>x %1  y %2</source>
        <translation>x %1  y %2</translation>
    </message>
    <message>
        <source>Red %1, green %2, blue %3</source>
        <translation>红 %1，绿 %2，蓝 %3</translation>
    </message>
    <message>
        <source>Size of the selected shape</source>
        <translation>所选形状的尺寸</translation>
    </message>
</context>
<context>
    <name>lw::studio::CanvasToolBar</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>lw::studio::CheckFlows</name>
    <message>
        <source>Check the labels of %1</source>
        <translation>检查 %1 的标签</translation>
    </message>
    <message>
        <source>%L1 of %L2 labels are worth a look</source>
        <translation>%L2 个标签中有 %L1 个值得检查</translation>
    </message>
    <message>
        <source>%L1 of %L2 labels are worth a look, %L3 were kept before</source>
        <extracomment>%3 is a number of labels as well</extracomment>
        <translation>%L2 个标签中有 %L1 个值得检查，%L3 个之前已保留</translation>
    </message>
</context>
<context>
    <name>lw::studio::ClassifyPage</name>
    <message>
        <source>“%1”: %2</source>
        <extracomment>a label&apos;s name, then a file name</extracomment>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>Every picture of the list is labelled.</source>
        <translation>列表中的图片均已标注。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Press the keys of all labels that fit, then Enter for the next unlabelled picture.</source>
        <translation>按下所有合适标签的按键，再按 Enter 转到下一张未标注图片。</translation>
    </message>
    <message>
        <source>Press the key of a label: the next unlabelled picture follows.</source>
        <translation>按下标签的按键：随即显示下一张未标注图片。</translation>
    </message>
    <message>
        <source>Press the key of a label; Enter goes to the next unlabelled picture.</source>
        <translation>按下标签的按键；按 Enter 转到下一张未标注图片。</translation>
    </message>
</context>
<context>
    <name>lw::studio::CocoTable</name>
    <message>
        <source>Numbers of COCO</source>
        <translation>COCO 指标</translation>
    </message>
    <message>
        <source>By the protocol of COCO</source>
        <translation>按 COCO 评估规则计算</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>AP, overlap 50 to 95%</source>
        <translation>AP，重叠度 50～95%</translation>
    </message>
    <message>
        <source>AP, overlap 50%</source>
        <translation>AP，重叠度 50%</translation>
    </message>
    <message>
        <source>AP, overlap 75%</source>
        <translation>AP，重叠度 75%</translation>
    </message>
    <message>
        <source>AP, small objects (below 32² pixels)</source>
        <translation>AP，小对象（小于 32² 像素）</translation>
    </message>
    <message>
        <source>AP, medium objects (32² to 96²)</source>
        <translation>AP，中等对象（32² 至 96²）</translation>
    </message>
    <message>
        <source>AP, large objects (above 96²)</source>
        <translation>AP，大对象（大于 96²）</translation>
    </message>
    <message>
        <source>AR, 1 answer a picture</source>
        <translation>AR，每张图片 1 个预测</translation>
    </message>
    <message>
        <source>AR, 10 answers a picture</source>
        <translation>AR，每张图片 10 个预测</translation>
    </message>
    <message>
        <source>AR, 100 answers a picture</source>
        <translation>AR，每张图片 100 个预测</translation>
    </message>
    <message>
        <source>AR, small objects</source>
        <translation>AR，小对象</translation>
    </message>
    <message>
        <source>AR, medium objects</source>
        <translation>AR，中等对象</translation>
    </message>
    <message>
        <source>AR, large objects</source>
        <translation>AR，大对象</translation>
    </message>
    <message>
        <source>There is no such object.</source>
        <translation>没有此类对象。</translation>
    </message>
</context>
<context>
    <name>lw::studio::CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>lw::studio::CompareJobsPage</name>
    <message>
        <source>Jobs side by side</source>
        <translation>作业对比</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>Hide rows in which all jobs are alike</source>
        <translation>隐藏所有作业都相同的行</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Which number is drawn</source>
        <translation>选择要绘制的指标</translation>
    </message>
    <message>
        <source>Along the charts</source>
        <translation>图表横轴</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>A job of these is gone.</source>
        <translation>其中有作业已不存在。</translation>
    </message>
    <message>
        <source>Best validation</source>
        <translation>最佳验证结果</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Latest evaluation</source>
        <translation>最近一次评估</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>训练起点</translation>
    </message>
    <message>
        <source>%1 (training)</source>
        <translation>%1（训练）</translation>
    </message>
    <message>
        <source>%1 (validation)</source>
        <translation>%1（验证）</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>lw::studio::Curves</name>
    <message>
        <source>%1 (training)</source>
        <extracomment>a curve, &quot;loss (training)&quot;</extracomment>
        <translation>%1（训练）</translation>
    </message>
    <message>
        <source>%1 (validation)</source>
        <extracomment>a curve, &quot;loss (validation)&quot;</extracomment>
        <translation>%1（验证）</translation>
    </message>
</context>
<context>
    <name>lw::studio::DatasetCard</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>%1 of %2 labelled</source>
        <translation>已标注 %1/%2</translation>
    </message>
    <message>
        <source>no version</source>
        <translation>无版本</translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n 个版本</numerusform>
        </translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本管理</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Synchronize with the input location</source>
        <translation>同步数据源</translation>
    </message>
    <message>
        <source>Publish a version…</source>
        <translation>发布新版本…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
</context>
<context>
    <name>lw::studio::DatasetFlows</name>
    <message>
        <source>Delete the dataset “%1”?</source>
        <translation>删除数据集“%1”？</translation>
    </message>
    <message>
        <source>Delete the dataset</source>
        <translation>删除数据集</translation>
    </message>
    <message>
        <source>Synchronize %1</source>
        <translation>同步 %1</translation>
    </message>
    <message>
        <source>Synchronized: %L1 new, %L2 changed, %L3 missing, %L4 found again</source>
        <translation>已同步：新增 %L1，变更 %L2，缺失 %L3，恢复 %L4</translation>
    </message>
    <message>
        <source>Add pictures to %1</source>
        <translation>添加图片到 %1</translation>
    </message>
    <message>
        <source>Added %L1 pictures, left out %L2</source>
        <translation>已添加 %L1 张图片，跳过 %L2 张</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.bmp *.gif *.tif *.tiff *.webp);;All files (*)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.bmp *.gif *.tif *.tiff *.webp);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>Pictures and published files stay on disk. Its %Ln samples move to the trash with it.</source>
        <translation>
            <numerusform>图片和已发布的文件保留在磁盘上。其中的 %Ln 个样本将一同移到回收站。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was moved to the trash.</source>
        <translation>“%1”已移到回收站。</translation>
    </message>
</context>
<context>
    <name>lw::studio::DatasetListPage</name>
    <message>
        <source>No dataset of that name</source>
        <translation>没有匹配的数据集</translation>
    </message>
    <message>
        <source>Names and descriptions are searched.</source>
        <translation>搜索范围为名称和描述。</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Search datasets</source>
        <translation>搜索数据集</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Last change first</source>
        <translation>最近修改优先</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By progress</source>
        <translation>按进度</translation>
    </message>
    <message>
        <source>New dataset</source>
        <translation>创建数据集</translation>
    </message>
    <message>
        <source>No dataset yet</source>
        <translation>暂无数据集</translation>
    </message>
    <message>
        <source>A dataset is a folder of pictures with a set of labels. Create one, then import existing annotations or start drawing.</source>
        <translation>数据集由一个图片文件夹和一组标签组成。创建数据集后，可导入已有标注或开始标注。</translation>
    </message>
</context>
<context>
    <name>lw::studio::DoubtDialog</name>
    <message>
        <source>Labels to check</source>
        <translation>待检查的标签</translation>
    </message>
    <message>
        <source>Pictures like these have other labels. The most suspicious come first.</source>
        <translation>与这些图片相似的图片使用了其他标签。最可疑的在前。</translation>
    </message>
    <message>
        <source>Doubtful labels</source>
        <translation>可疑标签</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Shift+Return</source>
        <translation>Shift+Return</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Keep the label</source>
        <translation>保留标签</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>the label that a picture has, then the one that is suggested</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels to check</source>
        <translation>
            <numerusform>%Ln 个标签待检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Every label was checked.</source>
        <translation>所有标签均已检查。</translation>
    </message>
    <message>
        <source>It says “%1”. Rather “%2” (%3%)?</source>
        <translation>当前是“%1”。是否应为“%2”（%3%）？</translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels were kept before: ask about them too</source>
        <translation>
            <numerusform>之前保留了 %Ln 个标签：一并检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for doubtful labels anew, kept ones among them</source>
        <translation>重新查找可疑标签，包括已保留的标签</translation>
    </message>
</context>
<context>
    <name>lw::studio::EvaluationPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Precision over recall</source>
        <translation>精确率-召回率曲线</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Data features</source>
        <translation>数据特征</translation>
    </message>
    <message>
        <source>Worst samples</source>
        <translation>最差样本</translation>
    </message>
    <message>
        <source>There is no result</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>全部作业</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Log and parameters</source>
        <translation>日志和参数</translation>
    </message>
    <message>
        <source>The job that measured this</source>
        <translation>产生此结果的作业</translation>
    </message>
    <message>
        <source>Click a cell to see its samples.</source>
        <translation>单击单元格可查看其中的样本。</translation>
    </message>
    <message>
        <source>Samples in groups of rising values, and how well the model does in each. Where columns differ much, samples of the weak kind are worth labelling.</source>
        <translation>样本按数值从低到高分组，显示模型在各组的效果。各柱相差较大时，值得多标注效果较差的那类样本。</translation>
    </message>
    <message>
        <source>Show in the gallery</source>
        <translation>在图库中查看</translation>
    </message>
    <message>
        <source>The same samples in the gallery of the dataset</source>
        <translation>在数据集的图库中查看相同的样本</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The job was deleted, or its folder was moved away.</source>
        <translation>作业已被删除，或其文件夹已被移走。</translation>
    </message>
    <message>
        <source>The evaluation is still running.</source>
        <translation>评估仍在进行。</translation>
    </message>
    <message>
        <source>The job ended without a result that can be shown.</source>
        <translation>作业已结束，但没有可显示的结果。</translation>
    </message>
    <message>
        <source>Model %1 on %2</source>
        <translation>模型 %1 在 %2 上的评估</translation>
    </message>
    <message>
        <source>mAP 50</source>
        <translation>mAP 50</translation>
    </message>
    <message>
        <source>Mean average precision; an object counts as found from half an overlap on</source>
        <translation>平均精度均值；重叠达到一半即视为检出</translation>
    </message>
    <message>
        <source>mAP 50:95</source>
        <translation>mAP 50:95</translation>
    </message>
    <message>
        <source>Mean over stricter and stricter overlaps: tells how tight the boxes sit</source>
        <translation>在逐渐严格的重叠度下取平均：反映边框的贴合程度</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Share of the samples with the right answer</source>
        <translation>预测正确的样本所占比例</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Share of the answers that are right, mean over the labels</source>
        <translation>预测结果中正确的比例，按标签取平均</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Share of what is there that is found, mean over the labels</source>
        <translation>真实对象中被检出的比例，按标签取平均</translation>
    </message>
    <message>
        <source>F1 score</source>
        <translation>F1 分数</translation>
    </message>
    <message>
        <source>Precision and recall in one number, mean over the labels</source>
        <translation>精确率和召回率的综合值，按标签取平均</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Samples that were looked at</source>
        <translation>参与评估的样本</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>下一步建议</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>%1 (AP %2)</source>
        <translation>%1（AP %2）</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>a range of values</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>No sample to show: the model made no mistake, or the dataset is gone.</source>
        <translation>没有可显示的样本：模型没有出错，或数据集已不存在。</translation>
    </message>
    <message>
        <source>The worst first. Open one to see it with its labels: often the label is wrong, not the model.</source>
        <translation>最差的在前。打开样本可查看其标签：往往是标签有误，而不是模型出错。</translation>
    </message>
    <message>
        <source>Mean IoU</source>
        <translation>平均 IoU</translation>
    </message>
    <message>
        <source>Pixels that truth and answer share, by all pixels of either; mean over the labels</source>
        <translation>真实标注与预测的共有像素除以两者的全部像素，按标签取平均</translation>
    </message>
    <message>
        <source>Pixel accuracy</source>
        <translation>像素准确率</translation>
    </message>
    <message>
        <source>Share of the pixels with the right answer</source>
        <translation>预测正确的像素所占比例</translation>
    </message>
    <message>
        <source>There is no sample to show for this cell.</source>
        <translation>此单元格没有可显示的样本。</translation>
    </message>
</context>
<context>
    <name>lw::studio::Filmstrip</name>
    <message>
        <source>Neighbouring pictures</source>
        <translation>相邻图片</translation>
    </message>
</context>
<context>
    <name>lw::studio::GalleryLabelling</name>
    <message>
        <source>Select pictures, then click a label or press its key.</source>
        <translation>选择图片，然后单击标签或按其按键。</translation>
    </message>
    <message>
        <source>Select the pictures first.</source>
        <translation>请先选择图片。</translation>
    </message>
</context>
<context>
    <name>lw::studio::GroupFlows</name>
    <message>
        <source>Built-in features</source>
        <translation>内置特征</translation>
    </message>
    <message>
        <source>Group the pictures of %1</source>
        <translation>对 %1 的图片分组</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures, groups: %1</source>
        <translation>
            <numerusform>%Ln 张图片，%1 组</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::HelpPage</name>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>lw::studio::HistoryFlows</name>
    <message>
        <source>History of %1</source>
        <translation>%1 的历史记录</translation>
    </message>
    <message>
        <source>History of the object “%1” on %2</source>
        <extracomment>%1 is a label, %2 a file name</extracomment>
        <translation>%2 上标注对象“%1”的历史记录</translation>
    </message>
</context>
<context>
    <name>lw::studio::ImportFlow</name>
    <message>
        <source>Imported: %L1 new samples, %L2 updated, %L3 annotations; %L4 problems</source>
        <translation>已导入：新增 %L1 个样本，更新 %L2 个，%L3 个标注；%L4 个问题</translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation>导入到 %1</translation>
    </message>
</context>
<context>
    <name>lw::studio::JobCurves</name>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>The curve begins with the first step.</source>
        <translation>训练第一步后开始显示曲线。</translation>
    </message>
    <message>
        <source>The curve begins with the first validation.</source>
        <translation>第一次验证后开始显示曲线。</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic scale</source>
        <translation>以对数刻度显示损失</translation>
    </message>
    <message>
        <source>Along the charts</source>
        <translation>图表横轴</translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>beneath a chart</extracomment>
        <translation>步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>lw::studio::JobFacts</name>
    <message>
        <source>Parameters and data</source>
        <translation>参数和数据</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>训练起点</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>%1, labels as they were then</source>
        <translation>%1，使用当时的标签</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1，版本 %2</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
</context>
<context>
    <name>lw::studio::JobLog</name>
    <message>
        <source>Follow the end</source>
        <translation>跟随末尾</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Copy the whole log</source>
        <translation>复制全部日志</translation>
    </message>
    <message>
        <source>Scroll to new lines as they come</source>
        <translation>有新内容时自动滚动</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>还没有内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::JobPage</name>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Parameters and data</source>
        <translation>参数和数据</translation>
    </message>
    <message>
        <source>This job is gone</source>
        <translation>此作业已不存在</translation>
    </message>
    <message>
        <source>It was deleted, or its folder was moved away.</source>
        <translation>作业已被删除，或其文件夹已被移走。</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>全部作业</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The job keeps what it has learnt and can go on later</source>
        <translation>作业会保留已学到的内容，之后可以继续</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on from where the job stopped</source>
        <translation>从作业停止处继续</translation>
    </message>
    <message>
        <source>Run again…</source>
        <translation>再次运行…</translation>
    </message>
    <message>
        <source>The same settings as a new version; you can change them first</source>
        <translation>以相同设置运行为新版本；可先修改设置</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete the job with its log and curves</source>
        <translation>删除作业及其日志和曲线</translation>
    </message>
    <message>
        <source>Open the model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Show the model in the library</source>
        <translation>在模型库中查看此模型</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>评估…</translation>
    </message>
    <message>
        <source>Compare the answers of the model with your labels</source>
        <translation>将模型的预测与您的标签进行比较</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 done, about %2 left</source>
        <translation>已完成 %1，剩余约 %2</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>已完成 %1</translation>
    </message>
    <message>
        <source>The job is about to start.</source>
        <translation>作业即将开始。</translation>
    </message>
    <message>
        <source>Best result: %1 %2</source>
        <translation>最佳结果：%1 %2</translation>
    </message>
    <message>
        <source>The job was stopped. Nothing is lost: it can go on from here.</source>
        <translation>作业已停止。内容没有丢失：可以从此处继续。</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>用时 %1。</translation>
    </message>
    <message>
        <source>Save as a manifest…</source>
        <translation>保存为 Manifest…</translation>
    </message>
</context>
<context>
    <name>lw::studio::JobResources</name>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>100 is one core</source>
        <translation>100 表示一个核心</translation>
    </message>
    <message>
        <source>in MiB</source>
        <translation>单位：MiB</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>The job measures every few seconds while it runs.</source>
        <translation>作业运行时每隔几秒测量一次。</translation>
    </message>
</context>
<context>
    <name>lw::studio::KeyProfiles</name>
    <message>
        <source>What most tools agree on: D and A change the picture, W draws a box, Ctrl+Z undoes.</source>
        <translation>大多数工具的通用习惯：D 和 A 切换图片，W 绘制矩形，Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>F and D change the picture, N draws, the wheel zooms.</source>
        <translation>F 和 D 切换图片，N 绘制，滚轮缩放。</translation>
    </message>
    <message>
        <source>D and A change the picture, Ctrl+R and Ctrl+N draw, Ctrl with the wheel zooms.</source>
        <translation>D 和 A 切换图片，Ctrl+R 和 Ctrl+N 绘制，Ctrl+滚轮缩放。</translation>
    </message>
    <message>
        <source>W draws a box, D and A change the picture, Ctrl+V repeats the boxes of the previous one.</source>
        <translation>W 绘制矩形，D 和 A 切换图片，Ctrl+V 复制上一张图片的矩形。</translation>
    </message>
    <message>
        <source>Ctrl+Right and Ctrl+Left change the picture, Backspace deletes, digits choose labels.</source>
        <translation>Ctrl+Right 和 Ctrl+Left 切换图片，Backspace 删除，数字键选择标签。</translation>
    </message>
</context>
<context>
    <name>lw::studio::LabelFlows</name>
    <message numerus="yes">
        <source>Merged into %1 on %Ln samples.</source>
        <translation>
            <numerusform>已在 %Ln 个样本上合并到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renamed to %1 on %Ln samples.</source>
        <translation>
            <numerusform>已在 %Ln 个样本上重命名为 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the label %1</source>
        <translation>删除标签 %1</translation>
    </message>
    <message numerus="yes">
        <source>The dataset %1 uses the files of %Ln of them.</source>
        <translation>
            <numerusform>数据集 %1 使用其中 %Ln 个样本的文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The version %1 holds %Ln of them.</source>
        <translation>
            <numerusform>版本 %1 包含其中 %Ln 个样本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln samples</source>
        <translation>
            <numerusform>删除 %Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed %L1 samples and %L2 files</source>
        <translation>已移除 %L1 个样本和 %L2 个文件</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>已移入回收站</translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln samples to the trash</source>
        <translation>
            <numerusform>已将 %Ln 个样本移入回收站</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::LabelLine</name>
    <message>
        <source>Labels of the picture</source>
        <translation>图片的标签</translation>
    </message>
    <message>
        <source>Click a label to take it off</source>
        <translation>单击标签可将其移除</translation>
    </message>
    <message>
        <source>No label yet</source>
        <translation>尚无标签</translation>
    </message>
</context>
<context>
    <name>lw::studio::LabelScoreTable</name>
    <message>
        <source>Results by label</source>
        <translation>按标签查看结果</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真实数</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>预测数</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确数</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1 score</source>
        <translation>F1 分数</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>AP 50</source>
        <translation>AP 50</translation>
    </message>
    <message>
        <source>Share of the answers with the label that are right</source>
        <translation>预测为该标签的结果中正确的比例</translation>
    </message>
    <message>
        <source>Share of what has the label that is found</source>
        <translation>该标签的真实对象中被检出的比例</translation>
    </message>
    <message>
        <source>Precision and recall in one number</source>
        <translation>精确率和召回率的综合值</translation>
    </message>
    <message>
        <source>Average precision over all confidences; of boxes, over overlaps from 50 to 95%</source>
        <translation>所有置信度下的平均精度；边框取重叠度 50～95% 的平均值</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>标注对象</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Objects with the label that people drew</source>
        <translation>人工绘制的该标签的标注对象</translation>
    </message>
    <message>
        <source>Pixels that truth and answer share, by all pixels of either</source>
        <translation>真实标注与预测的共有像素除以两者的全部像素</translation>
    </message>
</context>
<context>
    <name>lw::studio::LearnFlows</name>
    <message>
        <source>There is nothing to train on yet</source>
        <translation>还没有可训练的数据</translation>
    </message>
    <message>
        <source>Create a dataset for image classification or object detection and label some of its pictures.</source>
        <translation>请创建图像分类或物体检测数据集，并标注部分图片。</translation>
    </message>
    <message>
        <source>The parameters were not saved</source>
        <translation>参数未保存</translation>
    </message>
    <message>
        <source>The name becomes a file: it must not begin with a point, nor hold one of / \ : * ? &quot; &lt; &gt; |.</source>
        <translation>名称将用作文件名：不能以点开头，也不能包含 / \ : * ? &quot; &lt; &gt; |。</translation>
    </message>
    <message>
        <source>The parameters are saved as “%1”.</source>
        <translation>参数已保存为“%1”。</translation>
    </message>
    <message>
        <source>Delete the job %1?</source>
        <translation>删除作业 %1？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln jobs?</source>
        <translation>
            <numerusform>删除 %Ln 个作业？</numerusform>
        </translation>
    </message>
    <message>
        <source>Log, curves and checkpoint are deleted for good. Models in the library stay.</source>
        <translation>日志、曲线和检查点将被永久删除。模型库中的模型会保留。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save parameters</source>
        <translation>保存参数</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save the predictions as a manifest</source>
        <translation>将预测结果保存为 Manifest</translation>
    </message>
    <message>
        <source>Manifests (*.manifest)</source>
        <translation>Manifest (*.manifest)</translation>
    </message>
    <message>
        <source>Wrote %L1 samples with %L2 annotations to %3</source>
        <translation>已将 %L1 个样本和 %L2 个标注写入 %3</translation>
    </message>
    <message>
        <source>Delete the saved parameters “%1”?</source>
        <translation>删除已保存的参数“%1”？</translation>
    </message>
    <message>
        <source>Jobs that were started with them keep their own.</source>
        <translation>用这些参数启动的作业会保留各自的参数。</translation>
    </message>
</context>
<context>
    <name>lw::studio::MainWindow</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>%1 – Labelwright</source>
        <translation>%1 – Labelwright</translation>
    </message>
    <message>
        <source>%1 – %2 – Labelwright</source>
        <translation>%1 – %2 – Labelwright</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Choose an empty folder for the new project</source>
        <translation>为新项目选择空文件夹</translation>
    </message>
    <message>
        <source>The project could not be created</source>
        <translation>无法创建项目</translation>
    </message>
    <message>
        <source>The project could not be opened</source>
        <translation>无法打开项目</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are still running</source>
        <translation>
            <numerusform>仍有 %n 个任务在运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes made by unfinished tasks are undone.</source>
        <translation>未完成任务所作的更改将被撤回。</translation>
    </message>
    <message>
        <source>Stop them and quit</source>
        <translation>停止任务并退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>lw::studio::MapColours</name>
    <message>
        <source>No label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Several labels</source>
        <translation>多个标签</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>lw::studio::MapFlows</name>
    <message>
        <source>Map of %1</source>
        <translation>%1 的特征分布图</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures on the map</source>
        <translation>
            <numerusform>图上有 %Ln 张图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::MapWindow</name>
    <message>
        <source>Map of %1</source>
        <translation>%1 的特征分布图</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Show the whole map (0)</source>
        <translation>显示全图 (0)</translation>
    </message>
    <message>
        <source>Select them</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>Select what the lasso took in the gallery</source>
        <translation>在图库中选中套索圈出的样本</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Show all samples again (Esc)</source>
        <translation>重新显示所有样本 (Esc)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Attribute: %1</source>
        <translation>属性：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures. Draw around some to see them in the gallery.</source>
        <translation>
            <numerusform>%Ln 张图片。圈出一部分即可在图库中查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 pictures chosen</source>
        <translation>已选 %L1/%L2 张图片</translation>
    </message>
</context>
<context>
    <name>lw::studio::MappingPreview</name>
    <message>
        <source>by your rule</source>
        <translation>您的规则</translation>
    </message>
    <message>
        <source>relative to the manifest</source>
        <translation>相对于 Manifest</translation>
    </message>
    <message>
        <source>the path itself</source>
        <translation>原路径</translation>
    </message>
    <message>
        <source>beside the manifest</source>
        <translation>与 Manifest 同目录</translation>
    </message>
    <message>
        <source>by its name in the input location</source>
        <translation>按文件名在输入位置中找到</translation>
    </message>
    <message>
        <source>not found; searched in %1</source>
        <translation>未找到；查找位置：%1</translation>
    </message>
    <message>
        <source>refused: leaves its folder</source>
        <translation>已拒绝：超出所在文件夹</translation>
    </message>
    <message>
        <source>refused: the name is too long</source>
        <translation>已拒绝：文件名过长</translation>
    </message>
    <message>
        <source>is not a file</source>
        <translation>不是文件</translation>
    </message>
</context>
<context>
    <name>lw::studio::ModelFlows</name>
    <message>
        <source>A TorchScript program. Give it a list of labels to use it.</source>
        <translation>TorchScript 程序。提供标签列表后才能使用。</translation>
    </message>
    <message>
        <source>The network is none of those that this program knows.</source>
        <translation>程序不支持此网络。</translation>
    </message>
    <message numerus="yes">
        <source>%1 with %Ln outputs</source>
        <translation>
            <numerusform>%1，%Ln 个输出</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 without outputs of its own: it can start a training</source>
        <translation>%1，没有自己的输出：可用作训练的起点</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its numbers are missing in the file; they begin anew.</source>
        <translation>
            <numerusform>文件中缺少 %Ln 个数值，将重新初始化。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers in the file have no place in it and are left out.</source>
        <translation>
            <numerusform>文件中有 %Ln 个数值用不到，已忽略。</numerusform>
        </translation>
    </message>
    <message>
        <source>The model was not imported</source>
        <translation>模型未导入</translation>
    </message>
    <message>
        <source>Imported %1: %2</source>
        <translation>已导入 %1：%2</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>导出模型</translation>
    </message>
    <message>
        <source>Model (*.%1)</source>
        <translation>模型 (*.%1)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>Delete the model %1?</source>
        <translation>删除模型 %1？</translation>
    </message>
    <message>
        <source>The file that it was imported from stays where it is.</source>
        <translation>导入时的源文件保留在原位置。</translation>
    </message>
    <message>
        <source>The job that trained it stays.</source>
        <translation>训练此模型的作业会保留。</translation>
    </message>
    <message>
        <source>Delete the model</source>
        <translation>删除模型</translation>
    </message>
    <message>
        <source>There is nothing to compare with</source>
        <translation>没有可比较的数据</translation>
    </message>
    <message>
        <source>The project has no dataset of the type “%1”.</source>
        <translation>项目中没有“%1”类型的数据集。</translation>
    </message>
    <message>
        <source>Choose the folder with the pictures</source>
        <translation>选择图片所在的文件夹</translation>
    </message>
    <message>
        <source>Trying the assistant…</source>
        <translation>正在试用助手…</translation>
    </message>
    <message>
        <source>The assistant was not imported</source>
        <translation>助手未导入</translation>
    </message>
    <message>
        <source>There is nothing to label</source>
        <translation>没有可标注的数据</translation>
    </message>
    <message>
        <source>The project has no dataset that a machine can label.</source>
        <translation>项目中没有支持智能标注的数据集。</translation>
    </message>
    <message>
        <source>Use for smart labelling</source>
        <translation>用于智能标注</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>lw::studio::ModelsPage</name>
    <message>
        <source>No models yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>A training leaves its model here. You can also import weights: to use them, or to start a training from what they have learnt.</source>
        <translation>训练完成的模型会显示在此处。也可以导入权重：直接使用，或作为训练的起点。</translation>
    </message>
    <message>
        <source>To the trainings</source>
        <translation>前往训练</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Take a weight file or a TorchScript program into the project</source>
        <translation>将权重文件或 TorchScript 程序导入项目</translation>
    </message>
    <message>
        <source>Try on a picture…</source>
        <translation>试用图片…</translation>
    </message>
    <message>
        <source>See what the model says about a picture</source>
        <translation>查看模型对某张图片的预测</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>评估…</translation>
    </message>
    <message>
        <source>Compare the answers of the model with your labels</source>
        <translation>将模型的预测与您的标签进行比较</translation>
    </message>
    <message>
        <source>Predict a folder…</source>
        <translation>预测文件夹…</translation>
    </message>
    <message>
        <source>Let the model label all pictures of a folder, into a manifest</source>
        <translation>让模型标注文件夹中的所有图片，并写入 Manifest</translation>
    </message>
    <message>
        <source>Its training</source>
        <translation>训练详情</translation>
    </message>
    <message>
        <source>Curves, log and parameters of the training</source>
        <translation>训练的曲线、日志和参数</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Copy the weight file to where you want it</source>
        <translation>将权重文件复制到指定位置</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete the model from the project</source>
        <translation>从项目中删除模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>TorchScript program</source>
        <translation>TorchScript 程序</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 等，另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Imported from</source>
        <translation>导入来源</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Import an assistant</source>
        <translation>导入助手</translation>
    </message>
    <message>
        <source>Take a pair of TorchScript programs into the project that answers clicks and boxes on the canvas</source>
        <translation>将一对 TorchScript 程序导入项目，用于响应画布上的单击和框选</translation>
    </message>
    <message>
        <source>Use for smart labelling…</source>
        <translation>用于智能标注…</translation>
    </message>
    <message>
        <source>Let the model propose labels in a dataset, or let one learn from its weights</source>
        <translation>让模型为数据集生成建议标注，或以其权重作为学习的起点</translation>
    </message>
</context>
<context>
    <name>lw::studio::NavigationRail</name>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>lw::studio::NextFlows</name>
    <message>
        <source>Label these next</source>
        <translation>建议接下来标注</translation>
    </message>
    <message>
        <source>Label them</source>
        <translation>开始标注</translation>
    </message>
    <message>
        <source>Open the first that waits; Ctrl+Alt+N leads on to the next that teaches the most</source>
        <translation>打开第一个待标注的样本；按 Ctrl+Alt+N 转到下一个最有学习价值的样本</translation>
    </message>
    <message>
        <source>Find the next ones</source>
        <translation>查找下一批</translation>
    </message>
    <message>
        <source>Find others, by what is labelled now (Ctrl+Alt+N)</source>
        <translation>根据目前的标注查找其他样本（Ctrl+Alt+N）</translation>
    </message>
    <message>
        <source>Back to the usual order (Ctrl+Shift+J)</source>
        <translation>恢复原来的顺序（Ctrl+Shift+J）</translation>
    </message>
    <message>
        <source>Back to the usual order</source>
        <translation>恢复原来的顺序</translation>
    </message>
    <message>
        <source>Their labels would teach the most: %L1 of %L2 wait</source>
        <translation>这些样本最有学习价值：%L2 个中有 %L1 个待标注</translation>
    </message>
    <message>
        <source>All of these are labelled. Find the next ones, or start smart labelling.</source>
        <translation>这些样本均已标注。请查找下一批，或开始智能标注。</translation>
    </message>
    <message>
        <source>Find what to label next in %1</source>
        <translation>查找 %1 中接下来要标注的样本</translation>
    </message>
    <message>
        <source>No sample waits for a label.</source>
        <translation>没有待标注的样本。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln typical samples, each of another kind</source>
        <translation>
            <numerusform>%Ln 个典型样本，各代表一类</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples that would teach the most</source>
        <translation>
            <numerusform>%Ln 个最有学习价值的样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::Nothing</name>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配的样本</translation>
    </message>
    <message>
        <source>No sample matches the tab and the filters.</source>
        <translation>没有样本符合当前页签和筛选条件。</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>清除所有筛选条件</translation>
    </message>
    <message>
        <source>Show all samples</source>
        <translation>显示所有样本</translation>
    </message>
    <message>
        <source>Nothing is unlabelled</source>
        <translation>没有未标注的样本</translation>
    </message>
    <message>
        <source>Every sample has labels, or proposals that wait under “To confirm”.</source>
        <translation>所有样本都已有标签，或有建议标注在“待确认”中等待确认。</translation>
    </message>
    <message>
        <source>Nothing to confirm</source>
        <translation>没有待确认的样本</translation>
    </message>
    <message>
        <source>Smart labelling puts its proposals here.</source>
        <translation>智能标注生成的建议标注将显示在此处。</translation>
    </message>
    <message>
        <source>Nothing is labelled yet</source>
        <translation>还没有已标注的样本</translation>
    </message>
    <message>
        <source>Label some samples by hand; then smart labelling proposes labels for the rest.</source>
        <translation>手动标注一些样本，智能标注即可为其余样本生成建议标注。</translation>
    </message>
</context>
<context>
    <name>lw::studio::OutputFlows</name>
    <message>
        <source>Exported %L1 samples with %L2 annotations to %3</source>
        <translation>已将 %L1 个样本、%L2 个标注导出到 %3</translation>
    </message>
    <message>
        <source>Created the dataset %1 with %L2 samples</source>
        <translation>已创建数据集 %1，包含 %L2 个样本</translation>
    </message>
    <message>
        <source>Publish %1 of %2</source>
        <translation>发布 %2 的版本 %1</translation>
    </message>
    <message>
        <source>Published %1: %L2 samples, %L3 annotations</source>
        <translation>已发布 %1：%L2 个样本，%L3 个标注</translation>
    </message>
    <message>
        <source>Export from %1</source>
        <translation>从 %1 导出</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation>切换到 %1</translation>
    </message>
    <message>
        <source>%1 is current now; unpublished work is kept as %2</source>
        <translation>当前版本已设为 %1；未发布的内容已保留为 %2</translation>
    </message>
    <message>
        <source>%1 is current now</source>
        <translation>当前版本已设为 %1</translation>
    </message>
    <message>
        <source>Delete the version %1?</source>
        <translation>删除版本 %1？</translation>
    </message>
    <message>
        <source>Delete the version</source>
        <translation>删除版本</translation>
    </message>
    <message>
        <source>Exported %L1 samples with %L2 annotations to %3; read back, they are the same</source>
        <translation>已将 %L1 个样本、%L2 个标注导出到 %3；回读结果一致</translation>
    </message>
    <message>
        <source>Exported %L1 samples with %L2 annotations to %3; read back, %L4 samples differ</source>
        <translation>已将 %L1 个样本、%L2 个标注导出到 %3；回读后有 %L4 个样本不一致</translation>
    </message>
    <message>
        <source>It moves to the trash. Its published files stay on disk.</source>
        <translation>版本将移到回收站。已发布的文件保留在磁盘上。</translation>
    </message>
    <message>
        <source>The version %1 was moved to the trash.</source>
        <translation>版本 %1 已移到回收站。</translation>
    </message>
</context>
<context>
    <name>lw::studio::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>开始标注</translation>
    </message>
    <message>
        <source>Show these samples</source>
        <translation>查看这些样本</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>难例</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Recent tasks</source>
        <translation>最近任务</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>任务历史</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>版本管理</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotations</source>
        <translation>
            <numerusform>%Ln 个标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing published yet</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a model on the labels of this dataset</source>
        <translation>用此数据集的标签训练模型</translation>
    </message>
</context>
<context>
    <name>lw::studio::PicturePage</name>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Everything is saved already.</source>
        <translation>所有内容均已保存。</translation>
    </message>
    <message>
        <source>This is the end of the list.</source>
        <translation>已到达列表末尾。</translation>
    </message>
    <message>
        <source>Every picture of the list is labelled.</source>
        <translation>列表中的图片均已标注。</translation>
    </message>
</context>
<context>
    <name>lw::studio::Program</name>
    <message>
        <source>Annotate pictures and publish datasets, offline.</source>
        <translation>离线标注图片、发布数据集。</translation>
    </message>
    <message>
        <source>Open the sample project; it is created first if needed.</source>
        <translation>打开示例项目，必要时先创建。</translation>
    </message>
    <message>
        <source>Open the project in this folder.</source>
        <translation>打开此文件夹中的项目。</translation>
    </message>
    <message>
        <source>Language for this run: en or zh_CN.</source>
        <translation>本次运行使用的语言：en 或 zh_CN。</translation>
    </message>
    <message>
        <source>Theme for this run: light or dark.</source>
        <translation>本次运行使用的主题：light 或 dark。</translation>
    </message>
    <message>
        <source>Use this settings file instead of your own.</source>
        <translation>使用此设置文件代替默认设置。</translation>
    </message>
    <message>
        <source>Save a picture of the window and quit.</source>
        <translation>保存窗口截图并退出。</translation>
    </message>
    <message>
        <source>Open this page, for example samples/1.</source>
        <translation>打开指定位置，例如 samples/1。</translation>
    </message>
    <message>
        <source>Size of the window, for example 1280x800.</source>
        <translation>窗口大小，例如 1280x800。</translation>
    </message>
    <message>
        <source>A project&apos;s folder or file.</source>
        <translation>项目文件夹或项目文件。</translation>
    </message>
    <message>
        <source>There is no page “%1”.</source>
        <translation>没有页面“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not a window size; write it as 1280x800.</source>
        <translation>“%1”不是窗口大小；请写成 1280x800。</translation>
    </message>
    <message>
        <source>Report when the window was painted and how much memory that took, then quit.</source>
        <translation>报告窗口绘制完成的时间和占用的内存，然后退出。</translation>
    </message>
</context>
<context>
    <name>lw::studio::ReviewBar</name>
    <message>
        <source>Review of proposals</source>
        <translation>审核建议标注</translation>
    </message>
    <message>
        <source>Confidence from</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>Objects of less confidence are drawn faintly and go when you accept the picture</source>
        <translation>低于此置信度的标注对象会淡化显示，接受图片时将被移除</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Back to the picture judged last, as it was (%1)</source>
        <translation>返回上一张已审核的图片，并恢复原状（%1）</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>None of it is right: remove the proposals and go on (Backspace, %1)</source>
        <translation>全部不对：移除建议标注并继续（Backspace，%1）</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>It is right: keep it and go on to the next one (Enter, %1)</source>
        <translation>正确：保留并转到下一张（Enter，%1）</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>confidence in per cent</extracomment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>lw::studio::RunsDialog</name>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>mAP50</source>
        <translation>mAP50</translation>
    </message>
    <message>
        <source>mIoU</source>
        <translation>mIoU</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Runs of smart labelling</source>
        <translation>智能标注运行记录</translation>
    </message>
    <message>
        <source>There was no run yet.</source>
        <translation>还没有运行记录。</translation>
    </message>
    <message>
        <source>How good a run is was estimated where labels are known. Each round of confirmed labels should lift it.</source>
        <translation>运行效果用已知标签的样本估算。每确认一轮标签，效果都应有所提升。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Smart labelling…</source>
        <translation>智能标注…</translation>
    </message>
    <message>
        <source>Learn again…</source>
        <translation>重新学习…</translation>
    </message>
    <message>
        <source>Quality from run to run</source>
        <translation>各次运行的效果</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>学习样本</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议标注</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>%1 %2%</source>
        <extracomment>the name of a measure, then its value in per cent</extracomment>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>Found nothing</source>
        <translation>未检出</translation>
    </message>
    <message>
        <source>The last run was stopped. What it had learned is kept.</source>
        <translation>上次运行已停止。已学到的内容会保留。</translation>
    </message>
    <message>
        <source>Continue the last run</source>
        <translation>继续上次运行</translation>
    </message>
</context>
<context>
    <name>lw::studio::SampleFlow</name>
    <message>
        <source>The sample project could not be opened</source>
        <translation>无法打开示例项目</translation>
    </message>
    <message>
        <source>Create the sample project</source>
        <translation>创建示例项目</translation>
    </message>
</context>
<context>
    <name>lw::studio::SampleReview</name>
    <message numerus="yes">
        <source>%Ln objects to confirm</source>
        <translation>
            <numerusform>%Ln 个标注对象待确认</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln fainter ones left out</source>
        <extracomment>%1 is &quot;4 objects to confirm&quot;, %Ln counts those that would be dropped</extracomment>
        <translation>
            <numerusform>%1，%Ln 个淡化的不保留</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2%</source>
        <extracomment>a label&apos;s name, then the confidence in per cent</extracomment>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>Nothing is proposed here</source>
        <extracomment>%1 lists labels with their confidence</extracomment>
        <translation>此处没有建议标注</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Nothing is left. Accept it if nothing is on the picture.</source>
        <translation>没有剩余的建议标注。如果图片上没有对象，请接受。</translation>
    </message>
</context>
<context>
    <name>lw::studio::SamplesPage</name>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import labelled pictures from files</source>
        <translation>从文件导入已标注的图片</translation>
    </message>
    <message>
        <source>Copy pictures from disk into the input location</source>
        <translation>将磁盘上的图片复制到输入位置</translation>
    </message>
    <message>
        <source>Synchronize</source>
        <translation>同步数据源</translation>
    </message>
    <message>
        <source>Pick up new, changed and vanished files of the input location</source>
        <translation>同步输入位置中新增、变更和消失的文件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write samples to a folder or a new dataset</source>
        <translation>将样本导出到文件夹或新数据集</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Freeze this state as a version</source>
        <translation>将当前状态发布为版本</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>暂无图片</translation>
    </message>
    <message>
        <source>Put pictures into the input location and synchronize, add them from disk, or import existing annotations. You can also drop files here.</source>
        <translation>将图片放入输入位置后同步数据源，或从磁盘添加图片，或导入已有标注。也可以将文件拖放到此处。</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Export the selection…</source>
        <translation>导出所选样本…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Replace %1 with</source>
        <translation>将 %1 替换为</translation>
    </message>
    <message>
        <source>The selection has no labels</source>
        <translation>所选样本没有标签</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Find pictures that are copies of others (Ctrl+D)</source>
        <translation>查找与其他图片重复的图片（Ctrl+D）</translation>
    </message>
</context>
<context>
    <name>lw::studio::SettingsPage</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Limits and storage</source>
        <translation>限制与存储</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>标注人名称</translation>
    </message>
    <message>
        <source>Saved with every annotation you make and in the history.</source>
        <translation>将写入您创建的每个标注及历史记录。</translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Show a desktop notification when a task ends in the background</source>
        <translation>后台任务结束时发送桌面通知</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>The mouse wheel zooms</source>
        <translation>使用鼠标滚轮缩放</translation>
    </message>
    <message>
        <source>Otherwise it scrolls, and Ctrl with the wheel zooms.</source>
        <translation>否则滚轮用于滚动，Ctrl+滚轮用于缩放。</translation>
    </message>
    <message>
        <source>Stay with the drawing tool after a shape</source>
        <translation>绘制后保持绘制工具</translation>
    </message>
    <message>
        <source>Ask for the label of each new shape</source>
        <translation>每个形状都询问标签</translation>
    </message>
    <message>
        <source>Otherwise it takes the current label; digits change it.</source>
        <translation>否则使用当前标签，可用数字键切换。</translation>
    </message>
    <message>
        <source>Round coordinates to whole pixels</source>
        <translation>坐标取整到像素</translation>
    </message>
    <message>
        <source>Snap to other shapes and to the border of the picture</source>
        <translation>吸附到其他形状和图片边界</translation>
    </message>
    <message>
        <source>Show a crosshair while drawing</source>
        <translation>绘制时显示十字线</translation>
    </message>
    <message>
        <source>Show label names on shapes</source>
        <translation>在形状上显示标签名</translation>
    </message>
    <message>
        <source>Show the pixel grid at high zoom</source>
        <translation>放大较多时显示像素网格</translation>
    </message>
    <message>
        <source>Keep zoom and place for the next picture of the same size</source>
        <translation>切换到相同尺寸的图片时保持缩放和位置</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>最大图片</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> 百万像素</translation>
    </message>
    <message>
        <source>Larger pictures are refused with a message, so that a broken file cannot fill the memory.</source>
        <translation>超过上限的图片将被拒绝并给出提示，避免损坏的文件占满内存。</translation>
    </message>
    <message>
        <source>Thumbnails kept on disk</source>
        <translation>磁盘上保留的缩略图</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Per project, in its folder “.cache”. Takes effect the next time the project is opened.</source>
        <translation>每个项目单独计算，位于其“.cache”文件夹中。下次打开项目时生效。</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation>立即清空</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>当前项目</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>未打开项目。</translation>
    </message>
    <message>
        <source>%1 in use</source>
        <translation>已使用 %1</translation>
    </message>
    <message>
        <source>Nothing stored</source>
        <translation>无缓存</translation>
    </message>
    <message>
        <source>For the canvas, the gallery, imports and synchronizing</source>
        <translation>适用于画布、图库、导入和同步数据源</translation>
    </message>
</context>
<context>
    <name>lw::studio::ShortcutCard</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Save for printing…</source>
        <translation>保存以供打印…</translation>
    </message>
    <message>
        <source>Save the keys</source>
        <translation>保存快捷键</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>The keys could not be saved</source>
        <translation>无法保存快捷键</translation>
    </message>
</context>
<context>
    <name>lw::studio::ShortcutEditor</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Key profile</source>
        <translation>快捷键方案</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和快捷键</translation>
    </message>
    <message>
        <source>Reset all changes</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Choose an action to change its keys</source>
        <translation>选择一项操作以修改其快捷键</translation>
    </message>
    <message>
        <source>%1 is used by “%2”, which will lose it.</source>
        <translation>%1 当前用于“%2”，该操作将失去此快捷键。</translation>
    </message>
</context>
<context>
    <name>lw::studio::ShortcutRegistry</name>
    <message>
        <source>Labelwright: keys</source>
        <translation>Labelwright：快捷键</translation>
    </message>
</context>
<context>
    <name>lw::studio::SimilarFlows</name>
    <message>
        <source>No near-duplicates</source>
        <translation>没有近似重复图片</translation>
    </message>
    <message>
        <source>No two pictures of this dataset are as alike as that. With less likeness, looser copies are found.</source>
        <translation>此数据集中没有如此相似的两张图片。降低相似度可找到差别更大的副本。</translation>
    </message>
    <message>
        <source>Back to all samples</source>
        <translation>返回全部样本</translation>
    </message>
    <message>
        <source>Find similar pictures</source>
        <translation>查找相似图片</translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln pictures</source>
        <translation>
            <numerusform>已比较 %Ln 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Find near-duplicates</source>
        <translation>查找近似重复图片</translation>
    </message>
    <message>
        <source>Compared %L1 pictures; groups of near-duplicates: %L2</source>
        <translation>已比较 %L1 张图片；近似重复组：%L2</translation>
    </message>
    <message>
        <source>Like %1</source>
        <translation>与 %1 相似</translation>
    </message>
    <message numerus="yes">
        <source>Like %Ln pictures</source>
        <translation>
            <numerusform>与 %Ln 张图片相似</numerusform>
        </translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Label these next</source>
        <translation>建议接下来标注</translation>
    </message>
</context>
<context>
    <name>lw::studio::SmartFlows</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>lw::studio::SmartRunBar</name>
    <message>
        <source>Smart labelling</source>
        <translation>智能标注</translation>
    </message>
    <message>
        <source>Loss of the training</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Loss of the training: it should fall</source>
        <translation>训练损失：应逐渐下降</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop smart labelling</source>
        <translation>停止智能标注</translation>
    </message>
    <message>
        <source>Stop it; what is labelled stays as it is</source>
        <translation>停止运行；已标注的内容保持不变</translation>
    </message>
    <message>
        <source>Smart labelling is being stopped…</source>
        <translation>正在停止智能标注…</translation>
    </message>
    <message>
        <source>Smart labelling begins…</source>
        <translation>正在开始智能标注…</translation>
    </message>
    <message>
        <source>Smart labelling learns from %L1 samples</source>
        <translation>智能标注正在从 %L1 个样本中学习</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start it again; it goes on from what it had learned</source>
        <translation>重新启动；从已学到的内容继续</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Smart labelling has failed. %1</source>
        <extracomment>%1 is a sentence or two</extracomment>
        <translation>智能标注失败。%1</translation>
    </message>
    <message>
        <source>Smart labelling was stopped.</source>
        <translation>智能标注已停止。</translation>
    </message>
    <message>
        <source>Smart labelling is through.</source>
        <translation>智能标注已完成。</translation>
    </message>
</context>
<context>
    <name>lw::studio::SmartRunner</name>
    <message>
        <source>Smart labelling of %1</source>
        <translation>%1 的智能标注</translation>
    </message>
</context>
<context>
    <name>lw::studio::SmartTools</name>
    <message>
        <source>Smart</source>
        <translation>智能</translation>
    </message>
    <message>
        <source>What the machine can do</source>
        <translation>机器辅助功能</translation>
    </message>
    <message>
        <source>Let the machine label, group, map and check the pictures</source>
        <translation>让机器完成图片的标注、分组、分布图和检查</translation>
    </message>
</context>
<context>
    <name>lw::studio::SmartVerdictBar</name>
    <message>
        <source>How smart labelling ended</source>
        <translation>智能标注的结果</translation>
    </message>
    <message>
        <source>Label these next</source>
        <translation>建议接下来标注</translation>
    </message>
    <message>
        <source>Show the samples whose labels would teach the most</source>
        <translation>查看最有学习价值的样本</translation>
    </message>
    <message>
        <source>Learn again…</source>
        <translation>重新学习…</translation>
    </message>
    <message>
        <source>Start smart labelling anew</source>
        <translation>重新开始智能标注</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>lw::studio::Stopwatch</name>
    <message>
        <source>%1 s per object</source>
        <translation>每个标注对象 %1 秒</translation>
    </message>
    <message>
        <source>%1 s per picture</source>
        <translation>每张图片 %1 秒</translation>
    </message>
</context>
<context>
    <name>lw::studio::TaskFeed</name>
    <message>
        <source>%L1 new samples, %L2 updated, %L3 annotations</source>
        <translation>新增 %L1 个样本，更新 %L2 个，%L3 个标注</translation>
    </message>
    <message>
        <source>%L1 new, %L2 changed, %L3 missing</source>
        <translation>新增 %L1，变更 %L2，缺失 %L3</translation>
    </message>
    <message>
        <source>%L1 samples, %L2 annotations</source>
        <translation>%L1 个样本，%L2 个标注</translation>
    </message>
    <message>
        <source>%1 is current</source>
        <translation>当前版本为 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures added</source>
        <translation>
            <numerusform>已添加 %Ln 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples removed</source>
        <translation>
            <numerusform>已移除 %Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 samples, %L2 annotations; read back, they are the same</source>
        <translation>%L1 个样本，%L2 个标注；回读结果一致</translation>
    </message>
    <message>
        <source>%L1 samples, %L2 annotations; read back, %L3 samples differ</source>
        <translation>%L1 个样本，%L2 个标注；回读后有 %L3 个样本不一致</translation>
    </message>
    <message>
        <source>%L1 samples, %L2 labels, %L3 datasets, %L4 versions</source>
        <translation>%L1 个样本，%L2 个标签，%L3 个数据集，%L4 个版本</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples changed</source>
        <translation>
            <numerusform>已更改 %Ln 个样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples grouped</source>
        <translation>
            <numerusform>已对 %Ln 个样本分组</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::TaskIndicator</name>
    <message numerus="yes">
        <source>%n tasks running</source>
        <translation>
            <numerusform>%n 个任务进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 left</source>
        <translation>%1：剩余 %2</translation>
    </message>
</context>
<context>
    <name>lw::studio::TasksPage</name>
    <message>
        <source>Close the list of problems</source>
        <translation>关闭问题列表</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务历史</translation>
    </message>
    <message>
        <source>Problems: %1, %2</source>
        <translation>问题：%1，%2</translation>
    </message>
</context>
<context>
    <name>lw::studio::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The models that trainings left, and imported ones</source>
        <translation>训练得到的模型和导入的模型</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>Train a model on your labels</source>
        <translation>用您的标签训练模型</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>搜索作业</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Show jobs of one state only</source>
        <translation>仅显示某一状态的作业</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Show jobs of one kind only</source>
        <translation>仅显示某一类型的作业</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Curves, log and parameters of the job</source>
        <translation>作业的曲线、日志和参数</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The job keeps what it has learnt and can go on later</source>
        <translation>作业会保留已学到的内容，之后可以继续</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on from where the job stopped</source>
        <translation>从作业停止处继续</translation>
    </message>
    <message>
        <source>Run again…</source>
        <translation>再次运行…</translation>
    </message>
    <message>
        <source>The same settings as a new version; you can change them first</source>
        <translation>以相同设置运行为新版本；可先修改设置</translation>
    </message>
    <message>
        <source>Save parameters…</source>
        <translation>保存参数…</translation>
    </message>
    <message>
        <source>Keep the parameters of the job under a name</source>
        <translation>为作业的参数命名并保存</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Put two to five jobs side by side</source>
        <translation>并排对比 2～5 个作业</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete the selected jobs</source>
        <translation>删除所选作业</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation>还没有训练</translation>
    </message>
    <message>
        <source>Label a few dozen samples, then train a model on them. It learns on this computer, beside your work.</source>
        <translation>标注几十个样本后即可训练模型。训练在此计算机上进行，不影响您的工作。</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>No such job</source>
        <translation>没有符合条件的作业</translation>
    </message>
    <message>
        <source>No job passes the filters above.</source>
        <translation>没有作业符合上方的筛选条件。</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>显示所有作业</translation>
    </message>
</context>
<context>
    <name>lw::studio::TrashFlows</name>
    <message numerus="yes">
        <source>Delete %Ln things for good?</source>
        <translation>
            <numerusform>永久删除 %Ln 项？</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be taken back. Files on disk stay, and so do published versions that hold a sample.</source>
        <translation>此操作无法撤销。磁盘上的文件将保留，包含样本的已发布版本也将保留。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>lw::studio::TrashPage</name>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
</context>
<context>
    <name>lw::studio::TryDialog</name>
    <message>
        <source>Try %1</source>
        <translation>试用 %1</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>Choose a picture, or drop one here.</source>
        <translation>请选择图片，或拖放到此处。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answers</source>
        <translation>
            <numerusform>%Ln 个预测</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>Asking the model…</source>
        <translation>正在预测…</translation>
    </message>
</context>
<context>
    <name>lw::studio::VersionsPage</name>
    <message>
        <source>Versions</source>
        <translation>版本管理</translation>
    </message>
</context>
<context>
    <name>lw::studio::WelcomePage</name>
    <message>
        <source>Welcome to Labelwright</source>
        <translation>欢迎使用 Labelwright</translation>
    </message>
    <message>
        <source>From a folder of pictures to a published dataset, offline and without losing a stroke.</source>
        <translation>从图片文件夹到发布数据集，全程离线，每一笔都不丢失。</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>In an empty folder</source>
        <translation>在空文件夹中</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>From its folder</source>
        <translation>从项目文件夹</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>示例项目</translation>
    </message>
    <message>
        <source>Labelled pictures to try everything out</source>
        <translation>用于试用的已标注图片</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>%1 · no longer there</source>
        <translation>%1 · 已不存在</translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation>%1 · 打开于 %2</translation>
    </message>
    <message>
        <source>Remove from this list; the project itself stays</source>
        <translation>从列表中移除；项目本身保留</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>从列表中移除 %1</translation>
    </message>
    <message>
        <source>Projects that you open appear here.</source>
        <translation>打开过的项目将显示在此处。</translation>
    </message>
    <message>
        <source>The project could not be opened</source>
        <translation>无法打开项目</translation>
    </message>
    <message>
        <source>Which labelling tool are you used to?</source>
        <translation>您习惯使用哪款工具？</translation>
    </message>
    <message>
        <source>Keys and mouse wheel will then work as they do there. You can change this at any time in the settings.</source>
        <translation>快捷键和鼠标滚轮将与该工具一致。可随时在设置中修改。</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>以上都不是</translation>
    </message>
</context>
<context>
    <name>lw::studio::WorstSamples</name>
    <message>
        <source>%1 → %2</source>
        <extracomment>true label, arrow, answer of the model</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Worst samples</source>
        <translation>最差样本</translation>
    </message>
    <message>
        <source>%1
%2
Score %3</source>
        <translation>%1
%2
得分 %3</translation>
    </message>
</context>
<context>
    <name>lw::studio::actions</name>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Next unlabelled picture</source>
        <translation>下一张未标注图片</translation>
    </message>
    <message>
        <source>Previous unlabelled picture</source>
        <translation>上一张未标注图片</translation>
    </message>
    <message>
        <source>Go to picture number…</source>
        <translation>跳转到图片序号…</translation>
    </message>
    <message>
        <source>Confirm and next</source>
        <translation>确认并下一张</translation>
    </message>
    <message>
        <source>Repeat the previous picture&apos;s shapes</source>
        <translation>重复上一张图片的形状</translation>
    </message>
    <message>
        <source>Mark as hard</source>
        <translation>标记为难例</translation>
    </message>
    <message>
        <source>Show the stopwatch</source>
        <translation>显示计时器</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Show the filmstrip</source>
        <translation>显示缩略图条</translation>
    </message>
    <message>
        <source>Show the panels</source>
        <translation>显示面板</translation>
    </message>
    <message>
        <source>Save (everything is saved at once)</source>
        <translation>保存（所有内容均即时保存）</translation>
    </message>
    <message>
        <source>Back to the gallery</source>
        <translation>返回图库</translation>
    </message>
    <message>
        <source>Annotate the selected picture</source>
        <translation>标注所选图片</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Search file names</source>
        <translation>搜索文件名</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>清除所有筛选条件</translation>
    </message>
    <message>
        <source>Mark the selection as hard</source>
        <translation>将所选样本标记为难例</translation>
    </message>
    <message>
        <source>Unmark the selection</source>
        <translation>取消所选样本的难例标记</translation>
    </message>
    <message>
        <source>Delete the selected samples…</source>
        <translation>删除所选样本…</translation>
    </message>
    <message>
        <source>Add pictures from disk…</source>
        <translation>从磁盘添加图片…</translation>
    </message>
    <message>
        <source>Grid or list</source>
        <translation>网格或列表</translation>
    </message>
    <message>
        <source>New dataset…</source>
        <translation>创建数据集…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Synchronize with the input location</source>
        <translation>同步数据源</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Publish a version…</source>
        <translation>发布新版本…</translation>
    </message>
    <message>
        <source>Edit the dataset…</source>
        <translation>修改数据集…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Overview of the dataset</source>
        <translation>数据集概览</translation>
    </message>
    <message>
        <source>Samples of the dataset</source>
        <translation>数据集样本</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Versions of the dataset</source>
        <translation>版本管理</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务历史</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示所有快捷键</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation>工具：%1</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Datasets and samples</source>
        <translation>数据集和样本</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>History of the picture or object…</source>
        <translation>图片或标注对象的历史记录…</translation>
    </message>
    <message>
        <source>History of the selected sample…</source>
        <translation>所选样本的历史记录…</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Single label</source>
        <translation>单一标签</translation>
    </message>
    <message>
        <source>Advance after labelling</source>
        <translation>标注后前进</translation>
    </message>
    <message>
        <source>Confirm the labels of the selection</source>
        <translation>确认所选样本的标签</translation>
    </message>
    <message>
        <source>More like the selection</source>
        <translation>查找与所选相似的图片</translation>
    </message>
    <message>
        <source>Find near-duplicates</source>
        <translation>查找近似重复图片</translation>
    </message>
    <message>
        <source>Select all near-duplicates but one of each group</source>
        <translation>每组近似重复选中除一张外的全部图片</translation>
    </message>
    <message>
        <source>Keep the selected ones of their groups</source>
        <translation>在各组中保留所选图片</translation>
    </message>
    <message>
        <source>Back to the usual order</source>
        <translation>恢复原来的顺序</translation>
    </message>
    <message>
        <source>Reject the proposals and next</source>
        <translation>拒绝建议标注并转到下一张</translation>
    </message>
    <message>
        <source>Take back the last review</source>
        <translation>撤回上一次审核</translation>
    </message>
    <message>
        <source>Accept the selected proposals</source>
        <translation>接受所选样本的建议标注</translation>
    </message>
    <message>
        <source>Reject the proposals of the selection</source>
        <translation>拒绝所选样本的建议标注</translation>
    </message>
    <message>
        <source>Smart labelling…</source>
        <translation>智能标注…</translation>
    </message>
    <message>
        <source>Runs of smart labelling…</source>
        <translation>智能标注运行记录…</translation>
    </message>
    <message>
        <source>Map of the pictures</source>
        <translation>特征分布图</translation>
    </message>
    <message>
        <source>Auto-grouping…</source>
        <translation>自动分组…</translation>
    </message>
    <message>
        <source>Labels to check…</source>
        <translation>待检查的标签…</translation>
    </message>
    <message>
        <source>Train a model…</source>
        <translation>训练模型…</translation>
    </message>
    <message>
        <source>Compare the selected jobs</source>
        <translation>对比所选作业</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>导入模型…</translation>
    </message>
    <message>
        <source>Training jobs</source>
        <translation>训练作业</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Next picture that would teach the most</source>
        <translation>下一张最有学习价值的图片</translation>
    </message>
    <message>
        <source>Teach four clicks</source>
        <translation>训练四点轮廓</translation>
    </message>
    <message>
        <source>Label these next</source>
        <translation>建议接下来标注</translation>
    </message>
    <message>
        <source>Import an assistant…</source>
        <translation>导入助手…</translation>
    </message>
</context>
</TS>
