/// Mocban's version.
package let mocbanVersion = "0.1.0"
