package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** What was bought; left out in mails that are about no order. */
public final class ProductsBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              BlockField.optional("text", Type.LINE),
              BlockField.choice("which", "ORDERED", "KEPT"),
              BlockField.choice("price", "SHOWN", "HIDDEN")));

  @Override
  public String key() {
    return "PRODUCTS";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    boolean kept = "KEPT".equals(block.value("which"));
    boolean priced = !kept && !"HIDDEN".equals(block.value("price"));
    String condition = kept ? "$products" : "$order && $order.lines";
    String list = kept ? "$products" : "$order.lines";
    String text = block.value("text");
    mail.when(condition);
    if (!text.isEmpty()) {
      mail.row("padding:16px 32px 0;");
      mail.html("<strong>" + MailWriter.line(text) + "</strong>").endRow();
      mail.text(MailWriter.plainLine(text));
    }
    mail.html("#foreach($line in " + list + ")");
    mail.html(
        "      <tr><td class=\"pp-pad\" style=\"padding:0 32px;\"><table role=\"presentation\""
            + " class=\"pp-line\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\""
            + " style=\"border-bottom:1px solid #e4e1d9;\"><tr>#if($line.picture)<td width=\"96\""
            + " valign=\"middle\" style=\"padding:14px 0;\"><img src=\"${line.picture}\" width=\"80\""
            + " height=\"80\" alt=\"\" style=\"width:80px;height:80px;border-radius:8px;"
            + "background-color:#f3f1ec;object-fit:cover;\"></td>#end<td class=\"pp-text\""
            + " valign=\"middle\" align=\"${start}\" style=\"padding:14px 0;"
            + MailWriter.FONT
            + "font-size:15px;line-height:1.4;color:#22302b;\"><div style=\"font-weight:bold;\">"
            + "#if($line.url)<a href=\"${line.url}\" class=\"pp-text\""
            + " style=\"color:#22302b;text-decoration:none;\">${line.name}</a>#{else}${line.name}"
            + "#end</div>"
            + (priced
                ? "<div class=\"pp-muted\" style=\"font-size:14px;color:#5b6963;\">${line.quantity}"
                    + " &times; &middot; ${line.total}</div>"
                : "")
            + "</td></tr></table></td></tr>");
    mail.html("#end");
    mail.text("#foreach($line in " + list + ")");
    mail.text(priced ? "- ${line.quantity} x ${line.name}: ${line.total}" : "- ${line.name}");
    mail.text("#end").endWhen(condition);
  }
}
