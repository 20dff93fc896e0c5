package org.postpurchase.broadleaf.config;

import org.postpurchase.portable.PortableKeys;
import org.postpurchase.portable.PortableReader;
import org.postpurchase.portable.jdbc.PortableJdbcModule;
import org.postpurchase.portable.yaml.YamlModule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings as files. */
@Configuration
class PortableConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  PortableKeys ppPortableKeys() {
    return PortableJdbcModule.keys(base.jdbc, base.clock);
  }

  @Bean
  PortableReader ppPortableReader() {
    return YamlModule.reader();
  }
}
