import Foundation
import Testing

@testable import Outbound

struct LetterTests {
    private let sender = MailAddress("riffle@example.org")

    private func message(_ subject: String, _ text: String, settings: URL? = nil) throws -> String {
        let to = try #require(MailAddress("ada@example.org"))
        let letter = Letter(to: to, subject: subject, text: text, id: "abc", settings: settings)
        return String(
            decoding: letter.message(
                from: try #require(sender), named: "Öffentlich, kurz", at: Date(timeIntervalSince1970: 1_789_473_600)),
            as: UTF8.self)
    }

    @Test func `a mail is as RFC 5322 has it`() throws {
        #expect(
            try message("Something waits", "Hello\n\nGood bye\n")
                == """
                Date: Tue, 15 Sep 2026 12:00:00 +0000
                From: =?utf-8?B?w5ZmZmVudGxpY2gsIGt1cno=?= <riffle@example.org>
                To: ada@example.org
                Subject: Something waits
                Message-ID: <abc@example.org>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable
                Auto-Submitted: auto-generated

                Hello

                Good bye


                """.replacingOccurrences(of: "\n", with: "\r\n"))
    }

    @Test(arguments: ["Hello\r\nBcc: eve@example.org", "Hello\nBcc: eve@example.org", "a\u{0}b", "\r\n\r\nbody"])
    func `no line break gets into a header`(subject: String) throws {
        let head = try #require(try message(subject, "text").components(separatedBy: "\r\n\r\n").first)
        let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Auto-Submitted",
            ])
    }

    @Test(arguments: [
        "ada@example.org>,<eve@example.org", "a>,<b@example.org", "ada@example.org\r\nRCPT TO:<eve@example.org",
        "a b@example.org", "ada", "@example.org", "ada@", "a,b@example.org", "\"ada\"@example.org",
    ])
    func `an address that could end its line or become two is none`(text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func `every line is short and in ASCII, and reads as it was written`() throws {
        let text = "Ünïcödé “quotes” 漢字 🐟 = equals \n." + String(repeating: "long ", count: 60) + "\ntail \n\t\n"
        let whole = try message(String(repeating: "Grüße ", count: 30), text)
        for line in whole.components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 76, "\(line)")
            #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
            #expect(!line.hasSuffix(" "))
        }
        let body = try #require(whole.range(of: "\r\n\r\n")).upperBound
        let joined = whole[body...].replacing("=\r\n", with: "").replacing("\r\n", with: "\n")
        let escaped = joined.replacing("%", with: "%25").replacing("=", with: "%")
        #expect(escaped.removingPercentEncoding == text + "\n")
    }

    @Test func `mail that comes unasked says where it is turned off`() throws {
        let settings = try #require(URL(string: "https://riffle.example.org/account"))
        #expect(
            try message("Digest", "text", settings: settings)
                .contains("\r\nList-Unsubscribe: <https://riffle.example.org/account>\r\n"))
        #expect(try !message("Digest", "text").contains("List-Unsubscribe"))
    }
}
