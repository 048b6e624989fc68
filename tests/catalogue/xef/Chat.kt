import com.xebia.functional.xef.AI

suspend fun main() {
    println(AI<String>("Say hello"))
}
