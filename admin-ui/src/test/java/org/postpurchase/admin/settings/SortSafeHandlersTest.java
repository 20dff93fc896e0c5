package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.ListFactoryBean;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SortSafeHandlersTest {
  @Test
  @SuppressWarnings("unchecked")
  void the_hosts_list_can_be_sorted_while_it_is_walked() throws Exception {
    ListFactoryBean factory = new ListFactoryBean();
    factory.setSourceList(new ArrayList<>(Arrays.asList("b", "a")));
    new SortSafeHandlers()
        .postProcessBeforeInitialization(factory, "blPersistenceManagerEventHandlers");
    factory.afterPropertiesSet();
    List<String> handlers = (List<String>) (List<?>) factory.getObject();

    assertThatCode(
            () -> {
              for (String handler : handlers) {
                Collections.sort(handlers);
                assertThat(handlers).contains(handler);
              }
            })
        .doesNotThrowAnyException();
  }
}
