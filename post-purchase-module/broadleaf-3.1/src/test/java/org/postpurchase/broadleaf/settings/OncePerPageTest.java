package org.postpurchase.broadleaf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OncePerPageTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final Supplier<Integer> ask = asked::incrementAndGet;

  private static void request(String method) {
    Map<String, Object> attributes = new HashMap<>();
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                OncePerPageTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, given) ->
                    switch (called.getName()) {
                      case "getMethod" -> method;
                      case "getAttribute" -> attributes.get(given[0]);
                      case "setAttribute" -> attributes.put((String) given[0], given[1]);
                      default -> throw new UnsupportedOperationException(called.getName());
                    });
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }

  @AfterEach
  void leave() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void a_page_asks_each_question_once() {
    request("GET");

    assertThat(OncePerPage.of("a", ask)).isEqualTo(1);
    assertThat(OncePerPage.of("a", ask)).isEqualTo(1);
    assertThat(OncePerPage.of("b", ask)).isEqualTo(2);
  }

  @Test
  void the_next_page_asks_anew() {
    request("GET");
    OncePerPage.of("a", ask);
    request("GET");

    assertThat(OncePerPage.of("a", ask)).isEqualTo(2);
  }

  @Test
  void a_form_that_is_sent_and_work_without_a_page_ask_each_time() {
    request("POST");
    OncePerPage.of("a", ask);
    assertThat(OncePerPage.of("a", ask)).isEqualTo(2);

    RequestContextHolder.resetRequestAttributes();
    assertThat(OncePerPage.of("a", ask)).isEqualTo(3);
  }
}
