package desk

import (
	"context"
	"net/smtp"

	"google.golang.org/adk/agent" // expect: use google-adk import
	"google.golang.org/adk/agent/llmagent"
	"google.golang.org/adk/model/gemini" // expect: use google-gemini import
	"google.golang.org/adk/tool"
	"google.golang.org/adk/tool/functiontool"
	"google.golang.org/adk/tool/geminitool"
)

type Mail struct{ To, Text string }

func send(_ tool.Context, mail Mail) (string, error) { // expect: tool send_mail can=acts-outside
	return "sent", smtp.SendMail("mail.example.com:25", nil, "desk@example.com", []string{mail.To}, []byte(mail.Text))
}

func New(ctx context.Context) (agent.Agent, error) {
	model, err := gemini.NewModel(ctx, "gemini-2.5-flash", nil) // expect: model gemini-2.5-flash provider=google-gemini
	if err != nil {
		return nil, err
	}
	mails, _ := functiontool.New(functiontool.Config{Name: "send_mail"}, send)
	reader, _ := llmagent.New(llmagent.Config{Name: "reader", Model: model, Tools: []tool.Tool{geminitool.GoogleSearch{}}}) // expect: agent google-adk name=reader tools=GoogleSearch model=gemini-2.5-flash ; tool GoogleSearch can=reads-untrusted
	return llmagent.New(llmagent.Config{ // expect: agent google-adk name=desk tools=send_mail agents=reader
		Name:      "desk",
		Model:     model,
		Tools:     []tool.Tool{mails},
		SubAgents: []agent.Agent{reader},
	})
}
