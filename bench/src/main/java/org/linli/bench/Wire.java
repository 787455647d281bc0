package org.linli.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection that sends requests made beforehand. The client shares two cores with the server it measures, so it does as little
 * as HTTP/1.1 allows.
 */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;
    private static final int BUFFER = 16_384;

    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean ended;

    Wire(int port) throws IOException {
        this.port = port;
        this.socket = open(port);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /** The server ends a connection after some hundred requests, as it does with any browser. */
    private void reopen() throws IOException {
        socket.close();
        socket = open(port);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        ended = false;
    }

    /** What came back. @param location empty unless it redirects; @param cookies name=value pairs it sets, joined for a Cookie header */
    record Answer(int status, String location, String cookies, String body) {}

    static byte[] get(String path, String cookies) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(String path, String cookies, String form) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\n\r\n" + form)
                .getBytes(StandardCharsets.US_ASCII);
    }

    Answer send(byte[] request) throws IOException {
        if (ended) {
            reopen();
        }
        socket.getOutputStream().write(request);
        return answer(status(request));
    }

    /** Once more on a new connection if the server ended the kept one meanwhile; the same ballot again is the same ballot. */
    private int status(byte[] request) throws IOException {
        try {
            return Integer.parseInt(line().substring(9, 12));
        } catch (EOFException ended) {
            reopen();
            socket.getOutputStream().write(request);
            return Integer.parseInt(line().substring(9, 12));
        }
    }

    private Answer answer(int status) throws IOException {
        String location = "";
        StringBuilder cookies = new StringBuilder();
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "location" -> location = value;
                case "set-cookie" ->
                    cookies.append(cookies.isEmpty() ? "" : "; ").append(value, 0, value.indexOf(';'));
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> ended = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        return new Answer(status, location, cookies.toString(), chunked ? chunks() : text(length));
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            int length = Integer.parseInt(line(), 16);
            body.append(text(length));
            line();
            if (length == 0) {
                return body.toString();
            }
        }
    }

    /** As Latin-1: only marks of the page are looked for, and they are ASCII. */
    private String text(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
