package org.postpurchase.admin.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postpurchase.service.CaseState;
import org.postpurchase.shared.ListPage;

/**
 * Cases as a file for spreadsheets and help desks: RFC 4180, times in the shop's zone. A text that
 * a spreadsheet would take for a formula is made harmless by an apostrophe.
 */
final class CaseCsv {
  private static final int MOST = 10_000;
  private static final String HEAD =
      "case,kind,state,opened,first due,first answer,due,closed,closed by,assignee,customer,order,"
          + "subject\r\n";

  private final CaseFacts facts;

  CaseCsv(CaseFacts facts) {
    this.facts = facts;
  }

  String of(CaseState state) {
    StringBuilder file = new StringBuilder(HEAD);
    for (CaseRow row : facts.page(state, "", ListPage.newest(MOST), Locale.ROOT).rows) {
      List<String> cells =
          Arrays.asList(
              String.valueOf(row.getId()),
              row.getKind(),
              row.getState(),
              row.getOpenedAt(),
              row.getFirstDueAt(),
              row.getFirstAt(),
              row.getDueAt(),
              row.getClosedAt(),
              row.getClosedBy(),
              row.getAssignee(),
              row.getEmail(),
              row.getOrder() == null ? "" : row.getOrder(),
              row.getSubject());
      file.append(cells.stream().map(CaseCsv::cell).collect(Collectors.joining(",")));
      file.append("\r\n");
    }
    return file.toString();
  }

  static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
