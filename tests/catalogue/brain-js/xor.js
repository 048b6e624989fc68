const brain = require("brain.js");

const net = new brain.NeuralNetwork();
net.train([{ input: [0, 0], output: [0] }]);
