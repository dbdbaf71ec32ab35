// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Whether tests are built for release: with fault points, and with what `@testable` needs.
let isForTests = Context.environment["MOCBAN_TESTS"] != nil
/// Whether the programs are there that Fuzzing/run builds, with a sanitizer.
let isForFuzzing = Context.environment["MOCBAN_FUZZING"] != nil

let common: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
let settings = common + (isForTests ? [.define("MOCBAN_FAULTS")] : [])

/// Libraries that LateLibrary loads when they are first needed, as Debian 12 calls their files.
let lateLibraries = ["libpoppler-glib.so.8", "libqpdf.so.29", "librsvg-2.so.2", "libzbar.so.0", "libzip.so.4"]

/// How this system calls a library whose headers it has: the number is that of its interface, and goes with the headers.
func file(ofLibrary usual: String) -> String {
    #if arch(arm64)
        let architecture = "aarch64"
    #else
        let architecture = "x86_64"
    #endif
    let link = String(usual.prefix { $0 != "." }) + ".so"
    for folder in ["/usr/local/lib", "/usr/lib/\(architecture)-linux-gnu", "/usr/lib64", "/usr/lib"] {
        func target(_ name: String) -> URL { URL(filePath: folder + "/" + name).resolvingSymlinksInPath() }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard files.contains(link) else { continue }
        let numbered = files.filter { $0.hasPrefix(link + ".") && $0.dropFirst(link.count + 1).allSatisfy(\.isNumber) }
        if let found = numbered.first(where: { target($0) == target(link) }) { return found }
    }
    return usual
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let bitCollections = Target.Dependency.product(name: "BitCollections", package: "swift-collections")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A target of Swift sources under the package's common settings; each has something to say to people.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: ["Messages"] + dependencies,
        swiftSettings: settings + (isForTests ? [.unsafeFlags(["-enable-testing"])] : []))
}

/// A C library of the system, found by pkg-config; `apt` is the Debian package that brings it.
func system(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.target(name: name), "Messages", "TestSupport"] + dependencies,
        resources: [.copy("Resources")],
        swiftSettings: settings + (isForTests ? [.unsafeFlags(["-Onone"])] : []))
}

/// A program of a benchmark.
func benchmark(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, path: "Benchmarks/Sources/" + name, swiftSettings: settings)
}

/// A program of libFuzzer's, which has a main function too; the first one is taken.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: ["CFuzzer", "FuzzedFiles"] + dependencies, path: "Fuzzing/Sources/" + name,
        swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-Xlinker", "-z", "-Xlinker", "muldefs"])])
}

let fuzzers: [Target] = [
    .target(name: "CFuzzer", path: "Fuzzing/Sources/CFuzzer"),
    .target(name: "FuzzedFiles", dependencies: ["Files"], path: "Fuzzing/Sources/FuzzedFiles", swiftSettings: settings),
    fuzzer("FuzzRosters", ["Roster", "RosterValues", "Tables"]),
    fuzzer("FuzzInputs", ["Proofing", "Files", "Typesetting", "Layout", "Payload"]),
]

let package = Package(
    name: "mocban",
    products: [
        .library(name: "Mocban", targets: ["Mocban"]),
        .executable(name: "mocban", targets: ["MocbanCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(name: "CMalloc"),
        system("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
        system("CCairo", pkgConfig: "cairo", apt: "libcairo2-dev"),
        system("CHarfBuzz", pkgConfig: "harfbuzz", apt: "libharfbuzz-dev"),
        .target(name: "CPango", dependencies: ["CHarfBuzz", "CCairo"]),
        .target(name: "CPNG", linkerSettings: [.linkedLibrary("png")]),
        system("CTurboJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev"),
        system("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
        system("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
        // Not linked: LateLibrary loads them when they are first needed.
        .target(
            name: "CLateLibrary",
            cSettings: [
                .define("LATE_FILES", to: "\"\(lateLibraries.map(file(ofLibrary:)).joined(separator: " "))\"")
            ]),
        .target(name: "CRSVG", dependencies: ["CHarfBuzz", "CCairo"]),
        .target(name: "CPoppler", dependencies: ["CHarfBuzz", "CCairo"]),
        .systemLibrary(name: "CZBar"),
        .systemLibrary(name: "CZip"),
        .systemLibrary(name: "CQPDF"),

        .target(name: "Messages", swiftSettings: settings),
        library("Files", [crypto, systemPackage]),
        library("LateLibrary", ["Files", "CLateLibrary", systemPackage]),
        library("Calendar"),
        library("Payload", ["Files", "Calendar", crypto]),
        library("QRCode", ["Files", "CQREncode"]),
        library("Layout", ["Files", "QRCode", yams]),
        library("Pictures", ["Files", "Scanning", "CPNG", "CTurboJPEG"]),
        library("Typesetting", ["Files", "Layout", "CCairo", "CPango"]),
        library(
            "CairoDrawing",
            [
                "Files", "LateLibrary", "Layout", "Pictures", "QRCode", "Typesetting", "CCairo", "CHarfBuzz", "CRSVG",
                systemPackage,
            ]),
        library(
            "PDF", ["CairoDrawing", "LateLibrary", "Layout", "QRCode", "Typesetting", "CCairo", "CQPDF", "CDeflate"]),
        library("VietnameseText"),
        library("Tables", ["Files", "Calendar", "LateLibrary", "VietnameseText", "CZip", "CExpat", systemPackage]),
        library("RosterValues", ["Calendar", "VietnameseText"]),
        library("Roster", ["Files", "Calendar", "VietnameseText", "Tables", "RosterValues"]),
        library("Scanning", ["LateLibrary", "CZBar"]),
        library("Rasterising", ["Files", "LateLibrary", "CPoppler", "CCairo", "Layout", "Scanning"]),
        library("Grading", ["Files", "QRCode", "Scanning"]),
        library("Photographs", ["LateLibrary", "Scanning"]),
        library("Register", ["Files", "Payload", "VietnameseText", grdb, crypto, systemPackage]),
        library("RegisterQueries", ["Payload", "Register", "VietnameseText", grdb]),
        library("RegisterExchange", ["Files", "Payload", "Register", grdb, systemPackage]),
        library(
            "Office",
            [
                "Files", "Layout", "Payload", "Register", "RegisterExchange", "Roster", "RosterValues",
                "VietnameseText", systemPackage,
            ]),
        library(
            "Templates",
            [
                "Files", "LateLibrary", "Layout", "Pictures", "Typesetting", "CairoDrawing", "PDF",
                "QRCode", "Payload",
                "Office", "VietnameseText", mustache, crypto, systemPackage,
            ]),
        library(
            "Documents",
            [
                "Files", "Calendar", "Layout", "Typesetting", "CairoDrawing", "PDF", "QRCode", "Payload", "Register",
                "RegisterQueries", "Tables",
                "VietnameseText", "Office", "Templates",
            ]),
        library(
            "Issuing",
            [
                "CMalloc", "Files", "LateLibrary", "Layout", "Typesetting", "CairoDrawing", "PDF", "QRCode", "Payload",
                "Register", "RegisterQueries", "Roster", "RosterValues", "Tables", "VietnameseText", "Office",
                "Templates", "Documents", bitCollections,
                systemPackage,
            ]),
        library("Gate", ["Files", "LateLibrary", "Payload", "Pictures", "Scanning", "Office"]),
        library(
            "Proofing",
            [
                "Files", "Calendar", "Layout", "Pictures", "Typesetting", "CairoDrawing", "PDF", "QRCode", "Payload",
                "Register",
                "Scanning", "Grading", "Photographs", "Rasterising", "VietnameseText", "Tables", "Office", "Templates",
                "Issuing", "Gate", "LateLibrary", systemPackage,
            ]),
        library(
            "RosterCheck",
            [
                "Files", "Calendar", "Roster", "RosterValues", "Tables", "VietnameseText", "Templates",
                bitCollections, mustache, systemPackage,
            ]),
        library(
            "Mocban",
            [
                "CairoDrawing", "Register", "Calendar", "Files", "Gate", "Issuing", "Layout", "Office", "PDF",
                "Payload", "QRCode",
                "Scanning", "Templates", "Typesetting",
            ]),
        // What the command's parser says, in both languages.
        library("CommandWords", ["VietnameseText", argumentParser]),
        .executableTarget(
            name: "MocbanCommand",
            dependencies: [
                "Mocban", "Messages", "CommandWords", "Files", "Calendar", "LateLibrary", "Payload", "Layout", "Tables",
                "Roster", "RosterValues",
                "Register",
                "RegisterQueries", "RegisterExchange", "VietnameseText", "QRCode", "CMalloc", "Proofing", "RosterCheck",
                "Documents",
                "Office", "Issuing", "Gate",
                argumentParser, systemPackage,
            ],
            swiftSettings: settings + (isForTests ? [.unsafeFlags(["-enable-testing"])] : [])),

        .executableTarget(
            name: "ExampleClient", dependencies: ["Mocban"], path: "examples/client",
            swiftSettings: settings),

        // The people that are made up for the register and the stages.
        .target(
            name: "Inhabitants", dependencies: ["Mocban", "Payload", "Register"],
            path: "Benchmarks/Sources/Inhabitants", swiftSettings: settings),
        benchmark("Payloads", ["Mocban", "Payload", "Roster", "RosterValues", "Tables"]),
        benchmark("Registers", ["Inhabitants", "Mocban", "Payload", "Register"]),
        benchmark(
            "Stages",
            [
                "Inhabitants", "Mocban", "Payload", "QRCode", "Layout", "Typesetting", "PDF", "Register", "Roster",
                "RosterValues",
            ]),
        benchmark("Symbols", ["QRCode"]),

        // ZXing is the second decoder, for tests alone.
        .target(name: "CZXing", path: "Tests/CZXing", linkerSettings: [.linkedLibrary("ZXing")]),
        .target(
            name: "TestSupport", dependencies: ["Files", "Payload", "VietnameseText"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .target(
            name: "TypesettingSupport", dependencies: ["Layout", "Typesetting", "TestSupport"],
            path: "Tests/TypesettingSupport", swiftSettings: settings),
        // Optimised, unlike tests: it goes through pixels.
        .target(
            name: "RasterSupport", dependencies: ["CZXing", "Files", "Layout", "Pictures", "Scanning", "TestSupport"],
            path: "Tests/RasterSupport", swiftSettings: settings),
        .target(
            name: "PhotographSupport", dependencies: ["QRCode", "Scanning", "CTurboJPEG"],
            path: "Tests/PhotographSupport", swiftSettings: settings),
        .testTarget(name: "LateLibraryTests", dependencies: ["LateLibrary"], swiftSettings: settings),
        .testTarget(name: "CalendarTests", dependencies: ["Calendar"], swiftSettings: settings),
        tests("Payload", [crypto]),
        tests("QRCode", ["Scanning"]),
        tests("Layout", ["QRCode"]),
        tests("Pictures", ["Scanning", "CCairo"]),
        tests("Typesetting", ["Layout", "TypesettingSupport"]),
        tests("CairoDrawing", ["Files", "Layout", "Pictures", "QRCode", "Scanning", "TypesettingSupport", "CCairo"]),
        tests(
            "PDF",
            [
                "CairoDrawing", "Files", "Layout", "Pictures", "QRCode", "Scanning", "Typesetting",
                "TypesettingSupport", "CCairo", "CHarfBuzz",
            ]),
        tests("VietnameseText"),
        tests("Tables", ["VietnameseText"]),
        tests("Roster", ["RosterValues", "Calendar", "VietnameseText", "Tables"]),
        tests("Scanning", ["QRCode"]),
        tests(
            "Rasterising", ["CairoDrawing", "Layout", "PDF", "Pictures", "Scanning", "QRCode", "Typesetting", "CCairo"]),
        tests("Grading", ["QRCode", "Scanning"]),
        tests("Photographs", ["PhotographSupport", "QRCode", "Scanning"]),
        tests("Register", ["Payload", "RegisterQueries", "RegisterExchange", grdb]),
        tests(
            "Mocban",
            [
                "Files", "Calendar", "Payload", "Layout", "VietnameseText", "Tables", "Roster", "RosterValues",
                "Register", "Scanning",
                "CairoDrawing",
                "PDF", "Pictures", "QRCode", "Rasterising", "Typesetting", "PhotographSupport", "RasterSupport",
                "Office",
                "Templates", "Documents", "Issuing", "Gate", "Proofing", "RosterCheck", systemPackage,
            ]),
        tests(
            "MocbanCommand",
            [
                "Mocban", "Files", "Office", "Templates", "Documents", "Issuing", "Gate", "Proofing", "RosterCheck",
                "LateLibrary", "Payload", "Register", "Scanning", "PhotographSupport", "CommandWords", grdb,
                argumentParser,
            ]),
    ] + (isForFuzzing ? fuzzers : [])
)

// Only `make docs` needs it.
if Context.environment["MOCBAN_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
