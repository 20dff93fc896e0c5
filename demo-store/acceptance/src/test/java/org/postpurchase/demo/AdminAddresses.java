package org.postpurchase.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every address that the plugin's jar adds to the admin of the demo store, read from its classes,
 * such as {@code POST /post-purchase-points/{id:\d+}/adjust}.
 */
final class AdminAddresses {
  private static final String CONTROLLER = "org.springframework.stereotype.Controller";
  private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";
  private static final String FIELD = "org.springframework.web.bind.annotation.RequestParam";

  /** How Spring says that there is no default. */
  private static final String NO_DEFAULT = "\n\t\t\n";

  private static final Pattern VARIABLE =
      Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[\\d,]+\\})+))?\\}");
  private static final List<String> VALUES = List.of("1", "thank-you");

  private AdminAddresses() {}

  /** The fields that a request to each must bring. */
  static SortedMap<String, Map<String, String>> all() {
    Path home = Path.of(System.getProperty("demo.home", "target/demo")).toAbsolutePath();
    try {
      List<Path> jars = new ArrayList<>(jars(home.resolve("admin/WEB-INF/lib")));
      Path ours =
          jars.stream().filter(j -> j.toString().contains("-admin-ui-")).findFirst().orElseThrow();
      jars.addAll(jars(home.resolve("lib")));
      URL[] urls = new URL[jars.size()];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = jars.get(i).toUri().toURL();
      }
      try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
          JarFile jar = new JarFile(ours.toFile())) {
        SortedMap<String, Map<String, String>> found = new TreeMap<>();
        for (String entry : jar.stream().map(each -> each.getName()).toList()) {
          if (entry.startsWith("org/postpurchase/admin/") && entry.endsWith(".class")) {
            String name = entry.substring(0, entry.length() - 6).replace('/', '.');
            addAll(found, loader.loadClass(name));
          }
        }
        return found;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address with a value in the place of each variable. */
  static String filled(String address) {
    Matcher variable = VARIABLE.matcher(address);
    StringBuilder filled = new StringBuilder();
    while (variable.find()) {
      String allowed = variable.group(2) == null ? ".+" : variable.group(2);
      Stream<String> values = Stream.concat(VALUES.stream(), Arrays.stream(allowed.split("\\|")));
      String value = values.filter(each -> each.matches(allowed)).findFirst().orElseThrow();
      variable.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return variable.appendTail(filled).toString();
  }

  private static List<Path> jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(each -> each.toString().endsWith(".jar")).toList();
    }
  }

  /**
   * Of what is inherited from the host, only what is read and is not about collections: its forms
   * are judged by entity, and no entity of ours has collections.
   */
  private static void addAll(SortedMap<String, Map<String, String>> found, Class<?> screen)
      throws ReflectiveOperationException {
    if (annotation(screen, CONTROLLER).isEmpty()) {
      return;
    }
    List<String> roots = values(screen, "value");
    for (Method method : screen.getMethods()) {
      for (String path : values(method, "value")) {
        for (String verb : values(method, "method")) {
          boolean own = method.getDeclaringClass().getName().startsWith("org.postpurchase.");
          for (String root : roots.isEmpty() ? List.of("") : roots) {
            if (own || verb.equals("GET") && !path.contains("{collectionField")) {
              found.put(verb + " " + root + path, fields(method));
            }
          }
        }
      }
    }
  }

  private static Map<String, String> fields(Method method) throws ReflectiveOperationException {
    Map<String, String> fields = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      Optional<Annotation> named = annotation(parameter, FIELD);
      if (named.isPresent()) {
        Class<?> type = named.get().annotationType();
        String initial = (String) type.getMethod("defaultValue").invoke(named.get());
        if (initial.startsWith(NO_DEFAULT)) {
          fields.put((String) type.getMethod("value").invoke(named.get()), "1");
        }
      }
    }
    return fields;
  }

  private static List<String> values(AnnotatedElement element, String attribute)
      throws ReflectiveOperationException {
    Optional<Annotation> mapping = annotation(element, MAPPING);
    if (mapping.isEmpty()) {
      return List.of();
    }
    Method read = mapping.get().annotationType().getMethod(attribute);
    return Arrays.stream((Object[]) read.invoke(mapping.get())).map(String::valueOf).toList();
  }

  private static Optional<Annotation> annotation(AnnotatedElement element, String name) {
    return Arrays.stream(element.getAnnotations())
        .filter(each -> each.annotationType().getName().equals(name))
        .findFirst();
  }
}
