"""Makes files of weights that are refused by name.

    make_refused.py FOLDER

refused.txt has a line for each: the file, the key of the sentence, and what the sentence names. Needs NumPy, PyTorch and h5py
(Debian: python3-numpy, python3-torch, python3-h5py).
"""
import os
import sys
import warnings

import h5py
import numpy as np
import torch

warnings.simplefilter("ignore")
torch.manual_seed(13)
random = np.random.default_rng(13)
folder = sys.argv[1]
refused = []


def path(name, key, *named):
    refused.append("|".join((name, key) + named))
    return os.path.join(folder, name)


def tensors(prefix, **sizes):
    return {prefix + name.replace("__", "."): torch.tensor(random.standard_normal(size), dtype=torch.float32)
            for name, size in sizes.items()}


class Tagger(torch.nn.Module):
    """A module of nobody's library."""

    def __init__(self, **options):
        super().__init__()
        self.lstm = torch.nn.LSTM(2, 2, **options)

    def forward(self, x):
        return self.lstm(x)[0]


dynamic = torch.quantization.quantize_dynamic(Tagger(), {torch.nn.LSTM}, dtype=torch.qint8)
torch.save(dynamic.state_dict(), path("dynamic.pt", "torch.quantized", "torch.ScriptObject"))
torch.save(Tagger(), path("module.pt", "torch.call", "__main__.Tagger"))
torch.save(torch.nn.LSTM(2, 2), path("lstm-module.pt", "torch.module", "torch.nn.modules.rnn.LSTM"))
torch.jit.save(torch.jit.script(Tagger()), path("script.pt", "torch.script"))
with h5py.File(path("elmo.hdf5", "tensorflow.elmo", "RNN_0/RNN/MultiRNNCell/Cell0/LSTMCell/"), "w") as file:
    for direction in range(2):
        for layer in range(2):
            cell = file.create_group(f"RNN_{direction}/RNN/MultiRNNCell/Cell{layer}/LSTMCell")
            cell["W_0"] = random.standard_normal((4, 12))  # (D + P, 4H)
            cell["B"] = random.standard_normal(12)
            cell["W_P_0"] = random.standard_normal((3, 2))  # (H, P)
heads = {"_recurrent_kernel_": (2, 2, 4, 2), "_bias_": (2, 4, 2)}
torch.save(tensors("blocks.0.xlstm.slstm_cell.", **heads) | tensors("blocks.0.xlstm.", conv1d__conv__weight=(4, 1, 4)),
           path("xlstm.pt", "torch.xlstm", "blocks.0.xlstm.slstm_cell."))
torch.save(tensors("backbone.layers.0.mixer.", A_log=(4, 2), D=(4,), x_proj__weight=(5, 4), dt_proj__weight=(4, 1),
                   dt_proj__bias=(4,), conv1d__weight=(4, 1, 4), in_proj__weight=(8, 2)),
           path("mamba.pt", "torch.mamba", "backbone.layers.0.mixer."))
with open(os.path.join(folder, "refused.txt"), "w") as out:
    out.write("\n".join(refused) + "\n")
