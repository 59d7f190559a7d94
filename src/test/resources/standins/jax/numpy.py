import torch

float64 = torch.float64


def asarray(a, dtype=None):
    return torch.as_tensor(a, dtype=dtype)


def zeros(shape):
    return torch.zeros(shape, dtype=float64)


def where(asked, a, b):
    return torch.where(asarray(asked), asarray(a, float64), asarray(b, float64))


def maximum(a, b):
    return torch.maximum(asarray(a, float64), asarray(b, float64))


def minimum(a, b):
    return torch.minimum(asarray(a, float64), asarray(b, float64))


def concatenate(arrays, axis=0):
    assert len(arrays) > 0
    return torch.cat(list(arrays), dim=axis)


def stack(arrays):
    assert len(arrays) > 0
    return torch.stack(list(arrays))


def arange(count):
    return torch.arange(count)


def broadcast_to(a, shape):
    return a.expand(shape)


tanh = torch.tanh
exp = torch.exp
log = torch.log
log1p = torch.log1p
sqrt = torch.sqrt
sin = torch.sin
cos = torch.cos
arctan = torch.atan
abs = torch.abs
sign = torch.sign
isinf = torch.isinf
