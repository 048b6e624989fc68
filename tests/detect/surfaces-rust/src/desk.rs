use crate::llm;
use actix_web::{post, get, web, App};
#[post("/messages")]  // expect: surface chat route http route=/messages
async fn messages(body: String) -> String { llm::ask(body).await }
#[get("/about")]
async fn about() -> String { llm::ask("x".into()).await }
fn app() { App::new().service(web::resource("/talk").route(web::post().to(talk))); }
async fn talk(b: String) -> String { llm::ask(b).await }
