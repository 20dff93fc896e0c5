package org.postpurchase.broadleaf.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.postpurchase.people.FindPerson.HostRecord;
import org.postpurchase.person.PersonRef;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose an order or a customer of the host is. */
final class RecordOwners {
  private static final String SELECT =
      "select o.EMAIL_ADDRESS as ORDER_EMAIL, c.CUSTOMER_ID, c.EMAIL_ADDRESS, c.IS_REGISTERED";
  private static final String OF_ORDER =
      SELECT
          + " from BLC_ORDER o left join BLC_CUSTOMER c on c.CUSTOMER_ID = o.CUSTOMER_ID"
          + " where o.ORDER_ID = ?";

  /** Somebody without an account is known by the last order. */
  private static final String OF_CUSTOMER =
      SELECT
          + " from BLC_CUSTOMER c left join BLC_ORDER o on o.CUSTOMER_ID = c.CUSTOMER_ID"
          + " and o.EMAIL_ADDRESS is not null and"
          + PeopleSearch.PLACED
          + " where c.CUSTOMER_ID = ?"
          + BroadleafPeople.NEWEST
          + 1;

  private final JdbcTemplate jdbc;

  RecordOwners(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PersonRef> of(HostRecord kind, long id) {
    String sql = kind == HostRecord.ORDER ? OF_ORDER : OF_CUSTOMER;
    return jdbc.query(sql, (row, n) -> owner(row), id).stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static PersonRef owner(ResultSet row) throws SQLException {
    if (row.getBoolean("IS_REGISTERED")) {
      return PersonRef.ofCustomer(row.getLong("CUSTOMER_ID"));
    }
    String typed = BroadleafPeople.text(row.getString("ORDER_EMAIL"));
    String email = typed.isEmpty() ? BroadleafPeople.text(row.getString("EMAIL_ADDRESS")) : typed;
    String mailbox = BroadleafRecords.mailbox(email);
    return mailbox.isEmpty() ? null : PersonRef.ofMailbox(mailbox);
  }
}
