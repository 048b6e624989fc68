import { createTrajectoryMatchEvaluator } from "agentevals";
