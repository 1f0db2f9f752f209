import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing
import Website

/// Every door to a reflection × everybody who could stand before it. The doors are the router's own: a new route that
/// names a reflection, a share or a link fails here until somebody has said for whom it opens.
struct AccessMatrixTests {
    /// What a door lets through.
    enum Kind { case ownersPage, ownersAct, readersPage, readersAct, link, planFile, linkFile, group }

    /// Ids: a reflection's, a share's, a comment's, a secret.
    static let doors: [(Kind, String, String)] = [
        (.readersPage, "GET /space/reflections/{id}", ""),
        (.readersPage, "GET /shared/{id}", ""),
        (.link, "GET /shared/links/{secret}", ""),
        (.planFile, "GET /space/files/{id}", ""),
        (.ownersAct, "GET /space/export/{id}", ""),
        (.ownersAct, "POST /space/import/{id}", ""),
        (.linkFile, "GET /shared/links/{secret}/files/{file}", ""),
        (.ownersAct, "POST /space/files/{id}/places/delete", "reflection=REFLECTION&stage=plan"),
        (.ownersAct, "POST /space/files/{id}/delete", ""),
        (.ownersPage, "GET /space/reflections/{id}/edit", ""),
        (.ownersAct, "GET /space/reflections/{id}/revisions", ""),
        (.ownersAct, "POST /space/reflections/{id}/revisions/delete", ""),
        (.ownersAct, "POST /space/reflections/{id}/notes", "note=Taken"),
        (.ownersAct, "POST /space/reflections/{id}/notes/{note}/delete", ""),
        (.group, "GET /space/groups/{id}", ""),
        (.ownersAct, "POST /space/groups/{id}/invitations", "person=PERSON"),
        (.ownersAct, "POST /space/groups/{id}/members/{person}/delete", ""),
        (.ownersAct, "POST /space/reflections/{id}/draft", "title=Taken&version=1"),
        (.ownersAct, "POST /space/reflections/{id}/draft/delete", ""),
        (.ownersAct, "POST /space/drafts/{id}/delete", ""),
        (.ownersAct, "GET /space/activities/{id}", ""),
        (.ownersAct, "GET /space/activities/{id}/edit", ""),
        (.ownersAct, "POST /space/activities/{id}", "title=Taken&kind=course&first=2026-03-01&version=1"),
        (.ownersAct, "POST /space/activities/{id}/reflections", ""),
        (.ownersAct, "POST /space/activities/{id}/delete", ""),
        (.ownersAct, "GET /space/goals/{id}", ""),
        (.ownersAct, "POST /space/goals/{id}/check-ins", "verdict=done"),
        (.ownersAct, "POST /space/goals/{id}/reflections", ""),
        (.ownersAct, "POST /space/goals/{id}/delete", ""),
        (.ownersPage, "GET /space/shares/{id}", ""),
        (.readersAct, "GET /shared/{id}/comments/{comment}/report", ""),
        (.readersAct, "POST /shared/{id}/comments/{comment}/reports", "reason=unkind"),
        (.readersAct, "POST /shared/{id}/comments", "stage=plan&body=I+was+here"),
        (.ownersAct, "POST /shared/{id}/comments/{comment}/showing", ""),
        (.ownersAct, "POST /shared/{id}/comments/{comment}/showing/delete", ""),
        (.ownersAct, "GET /shared/{id}/comments/{comment}/edit", ""),
        (.ownersAct, "POST /shared/{id}/comments/{comment}", "body=Taken"),
        (.ownersAct, "POST /space/muted/{id}/delete", ""),
        (.ownersAct, "POST /shared/{id}/comments/{comment}/delete", ""),
        (.ownersAct, "POST /space/reflections/{id}", "title=Taken&version=1"),
        (.ownersAct, "POST /space/reflections/{id}/shares", "audience=everyone&stage=learn"),
        (.ownersAct, "POST /space/shares/{id}/stages/{stage}/delete", ""),
        (.ownersAct, "POST /space/shares/{id}/delete", ""),
        (.ownersAct, "POST /space/reflections/{id}/delete", ""),
        // Last, for they change who the viewer is.
        (.group, "POST /space/groups/{id}/membership", ""),
        (.group, "POST /space/groups/{id}/membership/delete", ""),
    ]

    @Test func `every route that leads to a reflection is a door of the matrix`() async throws {
        try await withSite { test in
            let real = test.site.routes.filter { $0.contains(/^[A-Z]+ \/(space|shared)\/.*\{/) }
            #expect(Set(real) == Set(Self.doors.map(\.1)))
        }
    }

    @Test func `a link opens nothing once its day is over`() async throws {
        try await withSite { test in
            let scene = try await Scene(test, for: .nobody)
            #expect(try await scene.knock("GET /shared/links/{secret}", "").status == 200)
            test.world.advance(days: 91)
            let late = try await scene.knock("GET /shared/links/{secret}", "")
            #expect(late.status == 404)
            #expect(!late.text.contains("An evening to remember"))
        }
    }

    @Test(arguments: Viewer.allCases) func `each door opens for whom it should, and shows no other stage`(
        viewer: Viewer
    ) async throws {
        try await withSite { test in
            let scene = try await Scene(test, for: viewer)
            for (kind, door, body) in Self.doors where !(viewer == .owner && kind == .ownersAct) {
                let isOpen =
                    switch kind {
                    case .link, .linkFile: true
                    case .planFile: viewer.reads.contains("plan")
                    case .ownersPage, .ownersAct: viewer == .owner
                    case .readersPage, .readersAct: !viewer.reads.isEmpty
                    case .group: [.owner, .inGroup, .invited].contains(viewer)
                    }
                let reply = try await scene.knock(door, body)
                if isOpen {
                    #expect(reply.status == 200 || reply.status == 303, "\(viewer) \(door): \(reply.status)")
                } else {
                    let shut = viewer == .nobody ? (door.hasPrefix("GET") ? 303 : 401) : 404
                    #expect(reply.status == shut, "\(viewer) \(door): \(reply.status)")
                }
                let reads: Set<String> =
                    switch kind {
                    case .link, .linkFile: ["assess"]
                    case .planFile: isOpen ? ["plan"] : []
                    case .group: []
                    default: isOpen ? viewer.reads : []
                    }
                let isSeenAs = door == "GET /space/shares/{id}"
                for stage in ["learn", "reflect", "assess", "plan"]
                where !isSeenAs && kind != .readersAct && kind != .group {
                    #expect(
                        reply.text.contains("words-of-\(stage)") == (reads.contains(stage) && isOpen),
                        "\(viewer) \(door) \(stage)")
                }
            }
            try await scene.isAsItWas()
        }
    }
}
