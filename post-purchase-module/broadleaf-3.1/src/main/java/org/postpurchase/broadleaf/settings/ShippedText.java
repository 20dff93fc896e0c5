package org.postpurchase.broadleaf.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.postpurchase.shared.PostPurchaseException;

/** Reads the texts that come with the plugin. */
final class ShippedText {
  private ShippedText() {}

  static Properties properties(String name) {
    Properties properties = new Properties();
    try (Reader reader = open(name)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new PostPurchaseException("The shipped preset " + name + " cannot be read.", e);
    }
  }

  /** The shared layout with its {@code [[labels]]} in one language. */
  static String labelled(String name, Properties labels) {
    String layout = text(name);
    for (String label : labels.stringPropertyNames()) {
      layout = layout.replace("[[" + label + "]]", labels.getProperty(label));
    }
    return layout;
  }

  private static String text(String name) {
    try (Reader reader = open(name)) {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[4096];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        text.append(buffer, 0, n);
      }
      return text.toString();
    } catch (IOException e) {
      throw new PostPurchaseException("The shipped preset " + name + " cannot be read.", e);
    }
  }

  private static Reader open(String name) throws IOException {
    InputStream stream = ShippedText.class.getResourceAsStream("/postpurchase/presets/" + name);
    if (stream == null) {
      throw new IOException("not in the jar");
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
