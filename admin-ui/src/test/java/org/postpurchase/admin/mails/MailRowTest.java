package org.postpurchase.admin.mails;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailRowTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A year with you | A year with you",
        "A year with you#if(!${customer.firstName.isEmpty()}), ${customer.firstName}#end! | A year with you, \u2026!",
        "#if(${a})One#{else}Two#end of $!{b.c} | One of \u2026",
        "Nr. #1 costs $5 | Nr. #1 costs $5"
      })
  void a_subject_is_listed_without_code(String subject, String listed) {
    assertThat(MailRow.readable(subject)).isEqualTo(listed);
  }
}
