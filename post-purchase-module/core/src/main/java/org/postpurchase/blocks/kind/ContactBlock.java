package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** How the shop is reached, from the service settings. */
public final class ContactBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(Arrays.asList(BlockField.optional("text", Type.LINE)));

  @Override
  public String key() {
    return "CONTACT";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    String text = block.value("text");
    mail.row("padding:12px 32px 16px;");
    if (!text.isEmpty()) {
      mail.html(
          "<div style=\"margin:0 0 6px;font-weight:bold;\">" + MailWriter.line(text) + "</div>");
      mail.text(MailWriter.plainLine(text));
    }
    way(mail, "phone", "tel:${contact.phone}", "${contact.phone}");
    way(mail, "mail", "mailto:${contact.mail}", "${contact.mail}");
    way(mail, "faqUrl", "${contact.faqUrl}", mail.word("faq"));
    mail.html("#if($contact.hours)<div>${contact.hours}</div>#end");
    mail.text("#if($contact.hours)").text("${contact.hours}").text("#end");
    mail.endRow();
  }

  private static void way(MailWriter mail, String name, String address, String words) {
    String condition = "#if($contact." + name + ")";
    mail.html(
        condition
            + "<div><a href=\""
            + address
            + "\" class=\"pp-link\" style=\"display:inline-block;padding:8px 0;color:#1d6b52;\">"
            + words
            + "</a></div>#end");
    boolean page = address.startsWith("$");
    mail.text(condition).text(page ? words + ": " + address : words).text("#end");
  }
}
