import torch

sigmoid = torch.sigmoid
relu = torch.relu
silu = torch.nn.functional.silu
elu = torch.nn.functional.elu


def gelu(a, approximate=True):
    assert approximate is False
    return torch.nn.functional.gelu(a)


def softplus(a):
    return torch.logaddexp(a, torch.zeros_like(a))


def softmax(a, axis=-1):
    return torch.softmax(a, dim=axis)


def log_softmax(a, axis=-1):
    return torch.log_softmax(a, dim=axis)
