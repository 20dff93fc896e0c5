package org.postpurchase.demo.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.Resource;
import javax.persistence.EntityManagerFactory;
import javax.servlet.http.HttpServletResponse;
import org.codehaus.jackson.map.ObjectMapper;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Number and sum of hashes of the rows of each table of the plugin, and of those of the host that a
 * link could change, so that a script can tell whether anything was written. Exists in the demo
 * only.
 */
@Controller
class TablesController {
  /** Written by time alone: who works, and since when nothing was to do. */
  private static final Set<String> BY_TIME =
      new HashSet<>(Arrays.asList("PP_LEASE", "PP_TASK_PROGRESS"));

  private static final Set<String> OF_HOST =
      new HashSet<>(
          Arrays.asList(
              "BLC_ORDER",
              "BLC_ORDER_ITEM",
              "BLC_OFFER_CODE",
              "BLC_REVIEW_DETAIL",
              "BLC_RATING_SUMMARY"));

  private final ObjectMapper json = new ObjectMapper();

  @Resource(name = "entityManagerFactory")
  private EntityManagerFactory factory;

  @RequestMapping(value = "/tables.json", method = RequestMethod.GET)
  void show(HttpServletResponse response) throws IOException {
    JdbcTemplate jdbc = new JdbcTemplate(((EntityManagerFactoryInfo) factory).getDataSource());
    Map<String, String> tables = new TreeMap<>();
    for (String name : names(jdbc)) {
      String upper = name.toUpperCase(Locale.ROOT);
      if ((upper.startsWith("PP_") && !BY_TIME.contains(upper)) || OF_HOST.contains(upper)) {
        tables.put(upper, rows(jdbc, name));
      }
    }
    response.setContentType("application/json;charset=UTF-8");
    response
        .getOutputStream()
        .write(json.writeValueAsString(tables).getBytes(StandardCharsets.UTF_8));
  }

  private static Set<String> names(JdbcTemplate jdbc) {
    return jdbc.execute(
        (ConnectionCallback<Set<String>>)
            connection -> {
              Set<String> names = new HashSet<>();
              DatabaseMetaData about = connection.getMetaData();
              try (ResultSet found = tables(connection, about)) {
                while (found.next()) {
                  names.add(found.getString("TABLE_NAME"));
                }
              }
              return names;
            });
  }

  private static ResultSet tables(Connection connection, DatabaseMetaData about)
      throws SQLException {
    return about.getTables(connection.getCatalog(), null, "%", new String[] {"TABLE"});
  }

  private static String rows(JdbcTemplate jdbc, String table) {
    long[] sum = new long[2];
    jdbc.query(
        "select * from " + table,
        (RowCallbackHandler)
            row -> {
              long hash = 17;
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                hash = hash * 31 + hash(row, i);
              }
              sum[0]++;
              sum[1] += hash;
            });
    return sum[0] + " rows, " + Long.toHexString(sum[1]);
  }

  private static int hash(ResultSet row, int column) throws SQLException {
    int type = row.getMetaData().getColumnType(column);
    if (type == Types.BLOB || type == Types.VARBINARY || type == Types.LONGVARBINARY) {
      return Arrays.hashCode(row.getBytes(column));
    }
    return Objects.hashCode(row.getString(column));
  }
}
