package web
import (
	"net/http"
	"example.com/desk/llm"
	"github.com/gin-gonic/gin"
)
type Server struct { desk *llm.Desk }
func (s *Server) routes(r *gin.Engine, mux *http.ServeMux) {
	api := r.Group("/api/chat")
	api.POST("/", s.chat)  // expect: surface chat route http asks=llm/llm.go:6 route=/api/chat
	r.GET("/messages", s.list)
	mux.HandleFunc("POST /ask", func(w http.ResponseWriter, req *http.Request) { w.Write([]byte(s.desk.Answer(req.FormValue("q")))) })  // expect: surface chat route http asks=llm/llm.go:6 route=/ask
	http.Handle("/talk", http.HandlerFunc(s.talk))  // expect: surface chat route http asks=llm/llm.go:6 route=/talk
}
func (s *Server) chat(c *gin.Context) { c.JSON(200, s.desk.Answer(c.Query("q"))) }
func (s *Server) list(c *gin.Context) { c.JSON(200, s.desk.Title()) }
func (s *Server) talk(w http.ResponseWriter, req *http.Request) { w.Write([]byte(s.desk.Answer("x"))) }

// Another server is asked here, and nobody is answered.
func (s *Server) forward() { http.Post("https://example.com/chat", "text/plain", s.body(s.desk.Answer("x"))) }
func (s *Server) body(t string) io.Reader { return strings.NewReader(t) }
