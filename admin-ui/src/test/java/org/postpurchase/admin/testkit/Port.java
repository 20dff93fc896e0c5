package org.postpurchase.admin.testkit;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A port of which only the methods named by the test answer. */
public final class Port<T> {
  private final Class<T> type;
  private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

  private Port(Class<T> type) {
    this.type = type;
  }

  public static <T> Port<T> of(Class<T> type) {
    return new Port<>(type);
  }

  public Port<T> on(String method, Function<Object[], Object> answer) {
    answers.put(method, answer);
    return this;
  }

  public T get() {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              Function<Object[], Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new AssertionError("nobody expected " + method.getName());
              }
              return answer.apply(args);
            }));
  }
}
