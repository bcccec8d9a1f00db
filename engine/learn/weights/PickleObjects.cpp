// SPDX-License-Identifier: GPL-3.0-or-later
//! Globals and calls, as descriptions; nothing is ever run.
#include "engine/learn/weights/PickleObjects.h"

#include <array>
#include <cstring>

namespace lw::learn {

namespace {

constexpr std::array kTensorTypes = {"FloatStorage", "DoubleStorage", "HalfStorage", "BFloat16Storage", "LongStorage",
                                     "IntStorage",   "ShortStorage",  "CharStorage", "ByteStorage",     "BoolStorage"};

bool isStorageType(const std::string& name)
{
    for (const char* type : kTensorTypes) {
        if (name == std::string("torch ") + type) {
            return true;
        }
    }
    return false;
}

bool isAllowed(const std::string& name)
{
    return name == "collections OrderedDict" || name == "torch._utils _rebuild_tensor" ||
           name == "torch._utils _rebuild_tensor_v2" || name == "torch._utils _rebuild_parameter" ||
           name == "torch Size" || isStorageType(name);
}

} // namespace

void PickleObjects::pushGlobal(const std::string& module, const std::string& name)
{
    const std::string whole = module + ' ' + name;
    if (!isAllowed(whole)) {
        refusePickle(ErrorCode::Unsupported, "The file asks to run “" + module + '.' + name +
                                                 "”. Only files with tensors alone are read; save the state dict.");
    }
    m_stack.value(m_stack.pushNew(PickleKind::Global)).text = whole;
}

void PickleObjects::stackGlobal()
{
    const PickleId name = m_stack.pop();
    const PickleId module = m_stack.pop();
    if (m_stack.value(name).kind != PickleKind::Text || m_stack.value(module).kind != PickleKind::Text) {
        malformedPickle("a global has no name");
    }
    pushGlobal(std::string(m_stack.value(module).text), std::string(m_stack.value(name).text));
}

/// No function that is known here takes more than sixteen arguments, no tensor has more dimensions.
const std::vector<PickleId>& PickleObjects::tuple(PickleId id, std::size_t least)
{
    const PickleValue& found = m_stack.value(id);
    if (found.kind != PickleKind::Tuple || found.items.size() < least || found.items.size() > 16) {
        malformedPickle("a function has the wrong arguments");
    }
    return found.items;
}

std::int64_t PickleObjects::integer(PickleId id)
{
    if (m_stack.value(id).kind != PickleKind::Int) {
        malformedPickle("a number is missing");
    }
    return m_stack.value(id).number;
}

std::vector<std::int64_t> PickleObjects::integers(PickleId id)
{
    std::vector<std::int64_t> numbers;
    for (const PickleId item : tuple(id, 0)) {
        numbers.push_back(integer(item));
    }
    return numbers;
}

/// ("storage", type, key, location, size[, view])
void PickleObjects::persistent()
{
    const PickleId saved = m_stack.pop();
    const std::vector<PickleId> parts = tuple(saved, 5);
    const PickleValue& tag = m_stack.value(parts[0]);
    const PickleValue& type = m_stack.value(parts[1]);
    if (tag.text != "storage" || type.kind != PickleKind::Global || !isStorageType(type.text) ||
        m_stack.value(parts[2]).kind != PickleKind::Text || m_stack.value(parts[2]).text.size() > 256) {
        refusePickle(ErrorCode::Unsupported, "The file refers to an object that is not a tensor's storage.");
    }
    if (parts.size() > 5 && m_stack.value(parts[5]).kind != PickleKind::None) {
        refusePickle(ErrorCode::Unsupported, "The file holds views of storages, as very old PyTorch wrote them.");
    }
    const std::int64_t size = integer(parts[4]);
    const std::string typeName = type.text.substr(std::strlen("torch "));
    const std::string key = m_stack.value(parts[2]).text;
    PickleValue& storage = m_stack.value(m_stack.pushNew(PickleKind::Storage));
    storage.type = typeName;
    storage.text = key;
    storage.number = size;
}

void PickleObjects::rebuildTensor(const std::vector<PickleId>& arguments)
{
    if (arguments.size() < 4 || m_stack.value(arguments[0]).kind != PickleKind::Storage) {
        malformedPickle("a tensor lacks its storage");
    }
    const std::int64_t offset = integer(arguments[1]);
    std::vector<std::int64_t> sizes = integers(arguments[2]);
    std::vector<std::int64_t> strides = integers(arguments[3]);
    PickleValue& tensor = m_stack.value(m_stack.pushNew(PickleKind::Tensor));
    tensor.number = offset;
    tensor.sizes = std::move(sizes);
    tensor.strides = std::move(strides);
    tensor.items = {arguments[0]};
}

void PickleObjects::reduce()
{
    const PickleId argument = m_stack.pop();
    const PickleId callee = m_stack.pop();
    if (m_stack.value(callee).kind != PickleKind::Global) {
        malformedPickle("it calls something that is no function");
    }
    const std::string name = m_stack.value(callee).text;
    const std::vector<PickleId> arguments = tuple(argument, 0);
    if (name == "torch._utils _rebuild_tensor" || name == "torch._utils _rebuild_tensor_v2") {
        rebuildTensor(arguments);
    } else if (name == "torch._utils _rebuild_parameter" && !arguments.empty()) {
        m_stack.push(arguments[0]);
    } else if (name == "torch Size" && arguments.size() == 1) {
        m_stack.push(arguments[0]);
    } else if (name == "collections OrderedDict" && arguments.empty()) {
        m_stack.pushNew(PickleKind::Dict);
    } else if (name == "collections OrderedDict" && arguments.size() == 1) {
        orderedDict(arguments[0]);
    } else {
        refusePickle(ErrorCode::Unsupported, "The file builds an object with “" + name + "”, which is not a tensor.");
    }
}

/// OrderedDict([[key, value], …])
void PickleObjects::orderedDict(PickleId list)
{
    std::vector<PickleId> items;
    for (const PickleId pair : m_stack.value(list).items) {
        const std::vector<PickleId>& both = m_stack.value(pair).items;
        if (both.size() != 2) {
            malformedPickle("a dictionary has no pairs");
        }
        m_stack.count(2);
        items.insert(items.end(), both.begin(), both.end());
    }
    m_stack.value(m_stack.pushNew(PickleKind::Dict)).items = std::move(items);
}

/// Attributes of an OrderedDict (state dicts carry "_metadata"): not needed.
void PickleObjects::build()
{
    m_stack.pop();
    if (m_stack.value(m_stack.top()).kind != PickleKind::Dict) {
        refusePickle(ErrorCode::Unsupported, "The file sets the state of an object that is not a dictionary.");
    }
}

} // namespace lw::learn
