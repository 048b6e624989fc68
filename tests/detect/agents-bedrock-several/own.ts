import { Agent } from './agent';

const desk = new Agent('desk');
desk.addActionGroup({ name: 'none' }); // ok: a class of the tree's own
