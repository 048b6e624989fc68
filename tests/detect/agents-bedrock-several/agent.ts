export class Agent { addActionGroup(x: object) { return x; } }
