package org.postpurchase.site.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Finds the addresses that the plugin's classes serve, so that a new one without an entry in {@link
 * Endpoints} fails, and tries every entry.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryEndpointTest {
  private static final String PROGRAMME = "/rewards";
  private static final Endpoints ENDPOINTS = new Endpoints(PROGRAMME);
  private static final List<String> METHODS =
      Arrays.asList("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "X");

  static Stream<Endpoint> all() {
    return ENDPOINTS.all().stream();
  }

  @Test
  void every_address_that_a_class_of_ours_serves_has_an_entry_and_every_entry_is_served()
      throws Exception {
    Set<String> served = new TreeSet<>();
    for (Class<?> type : classes()) {
      if (SimpleUrlHandlerMapping.class.isAssignableFrom(type)) {
        served.addAll(mapped(type));
      } else if (type.isAnnotationPresent(Controller.class)) {
        served.addAll(annotated(type).keySet());
      }
    }
    assertThat(served).hasSizeGreaterThan(10);
    assertThat(all().map(e -> e.pattern))
        .as("entries in Endpoints")
        .containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void controllers_take_the_methods_that_their_entry_says() throws Exception {
    Map<String, Set<String>> taken = new HashMap<>();
    for (Class<?> type : classes()) {
      if (type.isAnnotationPresent(Controller.class)) {
        taken.putAll(annotated(type));
      }
    }
    assertThat(taken).isNotEmpty();
    taken.forEach(
        (path, methods) ->
            assertThat(all().filter(e -> e.pattern.equals(path)).findFirst())
                .as(path)
                .hasValueSatisfying(
                    e -> assertThat(e.methods).containsExactlyInAnyOrderElementsOf(methods)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void options_lists_what_is_served_and_nothing_else_is_taken(Endpoint endpoint)
      throws IOException {
    for (String context : Arrays.asList("", "/shop")) {
      String uri = context + endpoint.pattern.replace("**", "su.abc");
      Answer options = ask("OPTIONS", context, uri, -1);
      assertThat(options.ended).isTrue();
      assertThat(options.headers)
          .containsEntry("Allow", String.join(", ", endpoint.methods) + ", OPTIONS");
      assertThat(options.headers.get("Allow")).doesNotContain("PUT", "DELETE", "TRACE");
      for (String method : METHODS) {
        Answer answer = ask(method, context, uri, -1);
        boolean served = endpoint.methods.contains(method);
        assertThat(answer.ended).as(method + " " + uri).isNotEqualTo(served);
        if (!served) {
          assertThat(answer.status).as(method + " " + uri).isEqualTo(405);
          assertThat(answer.headers).containsEntry("Allow", endpoint.allowed());
          assertThat(answer.headers).containsEntry("Cache-Control", "no-store");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_form_longer_than_any_of_ours_ends_before_it_is_read(Endpoint endpoint) throws IOException {
    String uri = endpoint.pattern.replace("**", "su.abc");
    if (!endpoint.methods.contains("POST")) {
      assertThat(ask("POST", "", uri, 10).status).isEqualTo(405);
      return;
    }
    assertThat(ask("POST", "", uri, Endpoints.BODY_MAX).ended).isFalse();
    Answer large = ask("POST", "", uri, Endpoints.BODY_MAX + 1);
    if (endpoint.pattern.matches(".*/(unsubscribe|review|campaign|survey|help|callback)/\\*\\*")) {
      assertThat(large.ended).as("the page judges the token and reads 800 bytes").isFalse();
    } else {
      assertThat(large.status).isEqualTo(413);
      assertThat(chunked(uri).status).isEqualTo(411);
    }
  }

  @Test
  void other_addresses_are_the_stores() throws IOException {
    for (String uri : Arrays.asList("/", "/cart", "/account", "/rewards/x", "/post-purchase")) {
      assertThat(ask("DELETE", "", uri, 1 << 30).ended).as(uri).isFalse();
    }
  }

  private static Answer chunked(String uri) throws IOException {
    HttpServletRequest request = request("POST", "", uri, -1);
    when(request.getHeader("Transfer-Encoding")).thenReturn("chunked");
    return answer(request);
  }

  private static Answer ask(String method, String context, String uri, int length)
      throws IOException {
    return answer(request(method, context, uri, length));
  }

  private static HttpServletRequest request(String method, String context, String uri, int length) {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getMethod()).thenReturn(method);
    when(request.getContextPath()).thenReturn(context);
    when(request.getRequestURI()).thenReturn(uri);
    when(request.getContentLength()).thenReturn(length);
    return request;
  }

  /** What became of a request; none may cost a session or read its body or parameters. */
  private static Answer answer(HttpServletRequest request) throws IOException {
    Answer answer = new Answer();
    HttpServletResponse response = mock(HttpServletResponse.class);
    doAnswer(set -> answer.headers.put(set.getArgument(0), set.getArgument(1)))
        .when(response)
        .setHeader(anyString(), anyString());
    doAnswer(set -> answer.status = set.getArgument(0)).when(response).setStatus(anyInt());
    answer.ended = ENDPOINTS.answers(request, response);
    verify(request, never()).getSession();
    verify(request, never()).getInputStream();
    verify(request, never()).getReader();
    verify(request, never()).getParameter(any());
    verify(response, never()).addCookie(any());
    verify(response, never()).sendError(anyInt());
    return answer;
  }

  private static final class Answer {
    final Map<String, String> headers = new HashMap<>();
    int status = 200;
    boolean ended;
  }

  private static Map<String, Set<String>> annotated(Class<?> type) {
    Map<String, Set<String>> paths = new HashMap<>();
    for (Method method : type.getDeclaredMethods()) {
      RequestMapping mapping = method.getAnnotation(RequestMapping.class);
      if (mapping != null) {
        for (String path : mapping.value()) {
          Set<String> methods = paths.computeIfAbsent(path, p -> new TreeSet<>());
          for (RequestMethod each : mapping.method()) {
            methods.add(each.name());
          }
        }
      }
    }
    return paths;
  }

  private static Set<String> mapped(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getConstructors()[0];
    Object[] arguments =
        Arrays.stream(constructor.getParameterTypes())
            .map(p -> p == String.class ? (Object) PROGRAMME : mock(HttpRequestHandler.class))
            .toArray();
    constructor.setAccessible(true); // mappings are their packages' own
    SimpleUrlHandlerMapping mapping = (SimpleUrlHandlerMapping) constructor.newInstance(arguments);
    return mapping.getUrlMap().keySet().stream().map(String::valueOf).collect(Collectors.toSet());
  }

  private static List<Class<?>> classes() throws IOException, URISyntaxException {
    Path root =
        Paths.get(Endpoints.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .map(EveryEndpointTest::load)
          .filter(type -> !Modifier.isAbstract(type.getModifiers()) && !type.isMemberClass())
          .collect(Collectors.toList());
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, EveryEndpointTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
