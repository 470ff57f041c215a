package io.throughline.local.backfill.rows;

import io.throughline.local.Failure;
import io.throughline.local.backfill.mapping.Columns;
import io.throughline.local.backfill.mapping.FileFormat;
import io.throughline.local.backfill.mapping.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet of an Excel workbook (.xlsx); its first row that is not empty names the columns. */
final class ExcelRows implements RowReader {

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final List<String> header;

    private ExcelRows(
            ReadableWorkbook workbook,
            Stream<org.dhatim.fastexcel.reader.Row> stream,
            Iterator<org.dhatim.fastexcel.reader.Row> rows,
            List<String> header) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = rows;
        this.header = header;
    }

    static ExcelRows open(Path file, FileFormat format, Columns columns) throws IOException {
        // With the cells' formats: a date is a number that is shown as one.
        var workbook = workbook(file);
        try {
            var stream = sheet(workbook, format.sheet()).openStream();
            var rows = stream.iterator();
            var header = new ArrayList<String>();
            while (rows.hasNext() && header.stream().allMatch(String::isEmpty)) {
                header.clear();
                rows.next().stream().forEach(cell -> header.add(text(cell).strip()));
            }
            columns.checkAgainst(header);
            return new ExcelRows(workbook, stream, rows, List.copyOf(header));
        } catch (RuntimeException | IOException e) {
            workbook.close();
            throw e;
        }
    }

    private static ReadableWorkbook workbook(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (IOException | ExcelReaderException e) {
            if (!Files.isReadable(file)) {
                throw e;
            }
            throw new Failure(file + " is no Excel workbook (.xlsx): save it as one.", e);
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, @Nullable String name) {
        if (name == null) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(name)
                .orElseThrow(() -> new Failure("The workbook has no sheet '" + name + "'; there are: "
                        + String.join(
                                ", ", workbook.getSheets().map(Sheet::getName).toList())));
    }

    @Override
    public @Nullable Row next() {
        while (rows.hasNext()) {
            var row = rows.next();
            var cells = new LinkedHashMap<String, String>();
            for (int i = 0; i < Math.min(header.size(), row.getCellCount()); i++) {
                var text = text(row.getCell(i));
                if (!text.isBlank()) {
                    cells.put(header.get(i), text);
                }
            }
            // Rows below the table that only have a format.
            if (!cells.isEmpty()) {
                return new Row(row.getRowNum(), cells);
            }
        }
        return null;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getType() == CellType.FORMULA ? plain(cell.getRawValue()) : cell.getText();
        }
        return isTime(cell.getDataFormatString()) ? time(cell) : plain(cell.getRawValue());
    }

    /** Without an exponent, and without the zeros and the last digit that binary numbers have too much. */
    private static String plain(@Nullable String number) {
        if (number == null) {
            return "";
        }
        try {
            return BigDecimal.valueOf(Double.parseDouble(number))
                    .stripTrailingZeros()
                    .toPlainString();
        } catch (NumberFormatException e) {
            return number;
        }
    }

    private static boolean isTime(@Nullable String format) {
        // Words in quotes and colours in brackets are no part of the date.
        var letters = format == null
                ? ""
                : format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", "");
        return !letters.startsWith("general") && letters.chars().anyMatch(letter -> "ymdhs".indexOf(letter) >= 0);
    }

    /** ISO 8601; a number below one is a time of day or a duration. */
    private static String time(Cell cell) {
        var number = cell.asNumber();
        return number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0
                ? LocalTime.ofSecondOfDay(Math.min(86_399, Math.round(number.doubleValue() * 86_400)))
                        .format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME)
                : cell.asDate()
                        .withNano(0)
                        .plusSeconds(Math.round(cell.asDate().getNano() / 1e9))
                        .toString();
    }

    /** A workbook is a compressed archive: there is no telling. */
    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
