package main
import (
	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
	openai "github.com/sashabaranov/go-openai"  // expect: use openai import
	"github.com/bwmarrin/discordgo"
)
func main() {
	client := openai.NewClient("k")
	bot, _ := tgbotapi.NewBotAPI("t")
	for update := range bot.GetUpdatesChan(u) {  // expect: surface chat bot telegram asks=main.go:11
		client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o", Messages: []openai.ChatCompletionMessage{{Role: "user", Content: update.Message.Text}}})  // expect: flow openai user-content; model gpt-4o provider=openai
	}
}
func discord(dg *discordgo.Session) { dg.AddHandler(onMessage); dg.AddHandler(onReady) }  // expect: surface chat bot discord asks=main.go:18
func onReady(s *discordgo.Session, r *discordgo.Ready) {}
func onMessage(s *discordgo.Session, m *discordgo.MessageCreate) {
	c := openai.NewClient("k")
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o", Messages: []openai.ChatCompletionMessage{{Role: "user", Content: m.Content}}})  // expect: flow openai user-content
}
