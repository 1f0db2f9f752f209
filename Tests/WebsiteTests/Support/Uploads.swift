import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing
import Website

extension TestSite {
    /// A text file of a member's, kept as if it had been sent through the form.
    func send(
        _ words: String, _ name: String, at place: LearningSpace.Evidence.Place? = nil, by person: PersonID
    ) async throws -> ID<LearningSpace.Evidence> {
        let file = try await site.journal.receive(by: person)
        try file.add(Data(words.utf8))
        let kept = try await site.journal.add(
            file, try LearningSpace.Evidence.Draft(name: name, about: ""), at: place, by: person, key: world.world.id())
        return try #require(kept)
    }
}

extension Browser {
    /// Sends the form of the open page that has a file in it, as a browser does.
    func upload(_ bytes: [UInt8], _ name: String, field: String = "file", with filled: [String: String] = [:])
        async throws -> Reply
    {
        let form = try #require(page.forms.first { $0.fields.contains { $0.name == field } }, "no form with a file")
        var body = Data()
        for entry in form.fields where entry.name != field {
            guard let value = filled[entry.name] ?? entry.value else { continue }
            body += Data("--edge\r\nContent-Disposition: form-data; name=\"\(entry.name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let quoted = name.replacing("\"", with: "%22")
        body += Data(
            "--edge\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(quoted)\"\r\nContent-Type: text/html\r\n\r\n"
                .utf8)
        body += Data(bytes) + Data("\r\n--edge--\r\n".utf8)
        return try await request("POST", form.action, bytes: body, type: "multipart/form-data; boundary=edge")
    }
}
