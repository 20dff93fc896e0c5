package org.postpurchase.shared;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.function.Function;

/** Rules that come with the product as a properties file, which people can read and compare. */
public final class ShippedFile {
  private ShippedFile() {}

  /**
   * What the file says.
   *
   * @param beside class in whose package it lies
   * @param meaning may throw {@link IllegalArgumentException} for a word it does not know
   * @throws PostPurchaseException naming the file if it is missing or holds such a word
   */
  public static <T> T read(Class<?> beside, String name, Function<Properties, T> meaning) {
    Properties file = new Properties();
    try (InputStream in = beside.getResourceAsStream(name)) {
      file.load(in);
      return meaning.apply(file);
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      throw new PostPurchaseException("The file " + name + " cannot be read: " + e.getMessage(), e);
    }
  }
}
