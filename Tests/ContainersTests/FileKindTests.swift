import Foundation
import TestSupport
import Testing

@testable import Containers

struct FileKindTests {
    @Test func `a file is what stands in it`() throws {
        let word = HandMade.zip([.init("[Content_Types].xml", "<Types/>"), .init("word/document.xml", "<w/>")])
        let sheet = HandMade.zip([.init("[Content_Types].xml", "<Types/>"), .init("xl/workbook.xml", "<w/>")])
        let open = HandMade.zip([.init("mimetype", FileKind.odt.mediaType), .init("content.xml", "<o/>")])
        let cases: [(FileKind, [UInt8])] = [
            (.pdf, Array("%PDF-1.7\n".utf8)), (.text, Array("day,hours\n1,2\n".utf8)),
            (.text, Array("<script>alert(1)</script>".utf8)),
            (.text, Array(String(repeating: "ö🐟", count: 40_000).utf8)),
            (.docx, Array(word)), (.xlsx, Array(sheet)), (.odt, Array(open)),
        ]
        for (kind, bytes) in cases { #expect(try FileKind.of(FileBytes(bytes)) == kind) }
    }

    @Test func `programs, other archives, broken and unknown files are refused`() {
        let macros = HandMade.zip([
            .init("[Content_Types].xml", "<Types/>"), .init("word/document.xml", "<w/>"),
            .init("word/vbaProject.bin", "x"),
        ])
        let cases: [(FileKind.Refusal, [UInt8])] = [
            (.macros, Array(macros)), (.unknown, Array(HandMade.zip([.init("a.exe", "MZ")]))),
            (.damaged, Array("PK\u{3}\u{4}".utf8)), (.unknown, [0x4D, 0x5A, 0x90, 0]),
            (.unknown, [0xFF, 0xFE, 0x41, 0]),
            (.unknown, [0x80]), (.unknown, Array("words\u{1B}".utf8)), (.unknown, Array("ö".utf8.prefix(1))),
        ]
        for (refusal, bytes) in cases {
            #expect(throws: refusal, "\(bytes.prefix(8))") { try FileKind.of(FileBytes(bytes)) }
        }
    }

    @Test func `a name ends as what it names`() {
        #expect(FileKind.text.named("page.html") == "page.html.txt")
        #expect(FileKind.text.named("hours.CSV") == "hours.CSV")
        #expect(FileKind.jpeg.named("tea.exe") == "tea.exe.jpg")
        #expect(FileKind.jpeg.named("tea.JPEG") == "tea.JPEG")
        #expect(FileKind.pdf.named("certificate") == "certificate.pdf")
    }
}
