module Shop.Http

open System.Net.Http

let http = new HttpClient()

let send (text: string) =
    http.PostAsync("https://api.mistral.ai/v1/chat/completions", new StringContent(text))  // expect: endpoint https://api.mistral.ai/v1/chat/completions provider=mistral; flow mistral user-content; use mistral http
