import torch
from torch import nn

net = nn.Linear(2, 1)
