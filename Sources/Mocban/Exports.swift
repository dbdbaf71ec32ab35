// What a client of the library needs: `import Mocban` alone is enough.
@_exported public import Calendar
@_exported public import Files
@_exported public import Gate
@_exported public import Issuing
@_exported public import Layout
@_exported public import Messages
@_exported public import Office
@_exported public import PDF
@_exported public import Payload
@_exported public import QRCode
@_exported public import Scanning
@_exported public import Templates
@_exported public import Typesetting
