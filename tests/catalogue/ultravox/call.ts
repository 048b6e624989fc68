import { UltravoxSession } from "ultravox-client";

const session = new UltravoxSession();
session.joinCall(joinUrl);
