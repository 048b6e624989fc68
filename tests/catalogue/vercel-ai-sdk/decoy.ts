import { ai } from "./ai";
const game = { ai: "minimax", players: ["human", "ai"] };
export default ai(game);
