import Storage
import Testing

struct PlainTextTests {
    @Test(arguments: [
        ("  a line  ", "a line"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("a\ttab stays", "a\ttab stays"),
        ("bell\u{7} nul\u{0} escape\u{1B}[31m delete\u{7F}", "bell nul escape[31m delete"),
        ("marks of a highlight \u{2}or\u{3} two", "marks of a highlight or two"),
        ("C1 \u{85}next line\u{9B}", "C1 next line"),
        ("\n\n\u{0}\n", ""),
        ("", ""),
        ("cafe\u{301} na\u{EF}ve 👩🏽‍🚀 שלום", "cafe\u{301} na\u{EF}ve 👩🏽‍🚀 שלום"),
    ])
    func `what was typed loses what nobody can see, and nothing else`(typed: String, cleaned: String) {
        #expect(Array(PlainText.cleaned(typed).unicodeScalars) == Array(cleaned.unicodeScalars))
    }

    @Test func `cleaning twice is cleaning once`() {
        let typed = " \u{1}\r\r\n a \u{2}\u{7F}\r "
        #expect(PlainText.cleaned(PlainText.cleaned(typed)) == PlainText.cleaned(typed))
    }
}
