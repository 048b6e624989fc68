import { TokenJS } from "token.js";

const client = new TokenJS();
