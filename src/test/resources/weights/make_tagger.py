"""A tagger with all that stands beside a recurrent network: embedding, layer norm, dense layer; two networks in one file.

    python3 make_tagger.py FOLDER
"""
import sys
import numpy as np
import torch
from torch import nn

torch.manual_seed(7)
VOCABULARY, INPUTS, HIDDEN, CLASSES, BATCH, STEPS = 7, 3, 4, 5, 2, 6


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, INPUTS)
        self.context = nn.LSTM(INPUTS, HIDDEN, 2, bidirectional=True, batch_first=True)
        self.summary = nn.GRU(INPUTS, 2, batch_first=True)  # stands beside and takes no part
        self.norm = nn.LayerNorm(2 * HIDDEN)
        self.head = nn.Linear(2 * HIDDEN, CLASSES)

    def forward(self, tokens):
        return self.head(self.context(self.embedding(tokens))[0])


model = Tagger().double()
tokens = torch.randint(VOCABULARY, (BATCH, STEPS))
folder = sys.argv[1]
torch.save({"epoch": 9, "state_dict": {"module." + name: table for name, table in model.state_dict().items()}},
           folder + "/tagger.pt")
np.save(folder + "/tokens.npy", np.eye(VOCABULARY)[tokens.numpy()])
np.save(folder + "/logits.npy", model(tokens).detach().numpy())
np.save(folder + "/states.npy", model.context(model.embedding(tokens))[0].detach().numpy())
