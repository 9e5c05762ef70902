package org.cometkv.examples.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.cometkv.actors.Aso;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** A chat room with a page in the browser, which misses nothing while it is away. */
public class Chat implements Application {

    private static final int TIMEOUT_MILLIS = 20_000;

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public String summary() {
        return "a chat room in the browser, which gets what was said while it was away";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.empty();
    }

    @Override
    public void tell(Story story) {
        String room = story.key("room");
        story.put(0, room, Aso.script(script()));
        story.say("A page is open at the first node's web server, and somebody talks at the second node:");
        String position;
        try (ChatServer server = new ChatServer(story.node(0), room, 0)) {
            HttpURLConnection page = open(server, "");
            Event welcome = next(page);
            story.line("the page shows: %s", welcome.data());
            story.await(story.node(1).update(room, "hello"));
            Event hello = next(page);
            story.line("the page shows: %s", hello.data());
            Story.expect(hello.data().endsWith("hello"), "what is said comes to the page");
            position = hello.id();
            page.disconnect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        story.say("That server has ended. Somebody talks on, and the browser comes back at the third node's:");
        story.await(story.node(1).update(room, "are you there?"));
        try (ChatServer server = new ChatServer(story.node(2), room, 0)) {
            HttpURLConnection page = open(server, position);
            Event missed = next(page);
            story.line("the page shows: %s", missed.data());
            Story.expect(missed.data().endsWith("are you there?"), "nothing is missing, and nothing comes twice");
            page.disconnect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Event(String id, String data) {}

    private static HttpURLConnection open(ChatServer server, String position) throws IOException {
        HttpURLConnection page = (HttpURLConnection) URI.create("http://127.0.0.1:" + server.port() + "/events")
                .toURL()
                .openConnection();
        page.setReadTimeout(TIMEOUT_MILLIS);
        if (!position.isEmpty()) {
            page.setRequestProperty("Last-Event-ID", position);
        }
        return page;
    }

    /** The next event that comes; one connection reads on where it was. */
    private static Event next(HttpURLConnection page) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(page.getInputStream(), StandardCharsets.UTF_8), 1);
        String id = "";
        String data = "";
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            id = line.startsWith("id: ") ? line.substring(4) : id;
            data = line.startsWith("data: ") ? line.substring(6) : data;
        }
        return new Event(id, data);
    }
}
