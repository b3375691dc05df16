import "./api.ts";
import "./data.ts";
import "./streams.ts";
import "./mail.ts";
