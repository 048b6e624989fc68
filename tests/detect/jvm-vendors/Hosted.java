// expect: use langchain4j import
import dev.langchain4j.model.github.GitHubModelsChatModel; // expect: use github-models import
