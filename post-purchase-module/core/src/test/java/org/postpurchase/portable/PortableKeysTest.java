package org.postpurchase.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.portable.jdbc.PortableJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortableKeysTest {
  private final CoreDatabase database = Databases.hsqldb();
  private final PortableKeys keys = PortableJdbcModule.keys(database.jdbc, new SettableClock());

  @BeforeEach
  void forget() {
    database.jdbc.update("delete from PP_PORTABLE_KEY");
  }

  @Test
  void a_setting_keeps_its_name_and_kinds_do_not_mix() {
    keys.name("series", 1, "welcome");
    keys.name("series", 1, "welcome");
    keys.name("rules", 1, "welcome");

    assertThat(keys.of("series")).containsOnly(java.util.Map.entry(1L, "welcome"));
    assertThat(keys.of("rules")).hasSize(1);
    assertThat(keys.of("mails")).isEmpty();
  }

  @Test
  void the_name_of_a_setting_that_is_gone_comes_to_the_new_one() {
    keys.name("series", 1, "welcome");
    keys.name("series", 9, "welcome");

    assertThat(keys.of("series")).containsOnly(java.util.Map.entry(9L, "welcome"));
  }

  @Test
  void nothing_has_two_names() {
    keys.name("series", 1, "welcome");

    assertThatThrownBy(() -> keys.name("series", 1, "goodbye"))
        .isInstanceOf(RuntimeException.class);
    assertThat(keys.of("series")).containsOnly(java.util.Map.entry(1L, "welcome"));
  }
}
