package org.postpurchase.admin.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseCsvTest {
  /** osTicket 3767: a subject ran as a formula in the spreadsheet of whoever opened the export. */
  @ParameterizedTest
  @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1-555", "-2", "@SUM(A1)", "\t=1"})
  void what_a_customer_wrote_is_no_formula(String words) {
    assertThat(CaseCsv.cell(words)).isEqualTo("'" + words);
  }

  @Test
  void what_a_customer_wrote_is_one_cell() {
    assertThat(CaseCsv.cell("Tea 2/5")).isEqualTo("Tea 2/5");
    assertThat(CaseCsv.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    assertThat(CaseCsv.cell("\n=1\n")).isEqualTo("\"'\n=1\n\"");
    assertThat(CaseCsv.cell("\r=1")).isEqualTo("\"'\r=1\"");
  }
}
