import torch


class Layer:
    def __init__(self, dtype=None):
        assert dtype == "float64"
        assert not hasattr(self, "forward"), "on PyTorch a layer is a module and has this method itself"

    def __setattr__(self, name, value):
        taken = "name dtype path call build variables weights losses metrics trainable forward".split()
        assert name not in taken, name
        object.__setattr__(self, name, value)

    def __call__(self, *args, **kwargs):
        return self.call(*args, **kwargs)


class RNN(Layer):
    def __init__(self, cell, return_sequences, return_state, go_backwards, dtype):
        super().__init__(dtype=dtype)
        assert return_sequences and return_state and cell.output_size == cell.state_size[0]
        self.cell, self.backwards = cell, go_backwards

    def call(self, sequences, initial_state):
        states = list(initial_state)
        assert [state.shape[-1] for state in states] == list(self.cell.state_size)
        steps = list(sequences.transpose(0, 1))
        outputs = []
        for x in reversed(steps) if self.backwards else steps:
            output, states = self.cell(x, states)
            outputs.append(output)
        return (torch.stack(outputs, dim=1), *states)
