// swift-tools-version: 6.3
import PackageDescription

// Apart from the main package, so that nobody who builds stepupd builds measuring tools.
let package = Package(
    name: "benchmarks",
    products: [.executable(name: "decode", targets: ["Decode"])],
    dependencies: [
        .package(name: "stepupd", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .target(name: "CYardstick"),
        .executableTarget(
            name: "Decode",
            dependencies: ["CYardstick", .product(name: "Protocols", package: "stepupd")]),
    ]
)
