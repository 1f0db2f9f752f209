import Storage
import TestSupport
import Testing

struct IDTests {
    @Test func `an id survives the way into a link and back`() {
        let id = TestWorld().world.id(of: Person.self)
        #expect(PersonID(id.description) == id)
        #expect(id.description.count == 26)
    }

    @Test(arguments: ["", "x", "0000000000000000000000000u", "0000000000000000000000000000", "../../etc/passwd"])
    func `what is no id is refused`(text: String) {
        #expect(PersonID(text) == nil)
    }

    @Test(arguments: [([UInt8](), ""), ([0], "00"), ([255], "zw"), ([0xDE, 0xAD, 0xBE, 0xEF], "vtpvxvr")])
    func `base 32 is Crockford's`(bytes: [UInt8], text: String) {
        #expect(Base32.encode(bytes) == text)
        #expect(Base32.decode(text) == bytes)
    }

    @Test func `base 32 forgives what people mistype`() {
        #expect(Base32.decode("O1IL") == Base32.decode("0111"))
        #expect(Base32.decode("VTPVXVR") == Base32.decode("vtpvxvr"))
        #expect(Base32.decode("u") == nil)
    }
}
