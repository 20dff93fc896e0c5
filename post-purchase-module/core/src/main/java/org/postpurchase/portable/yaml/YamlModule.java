package org.postpurchase.portable.yaml;

import org.postpurchase.portable.PortableReader;

/** The one door to the library for YAML. */
public final class YamlModule {
  private YamlModule() {}

  public static PortableReader reader() {
    return YamlFile::read;
  }
}
