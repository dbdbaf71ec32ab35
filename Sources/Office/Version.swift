package let mocbanVersion = "0.1.0"
