# Call po4a's reader for each Markdown file of source/ in one process, and write its template into pot/.
use strict;
use warnings;
use File::Basename qw(basename);
use Locale::Po4a::Chooser;

for my $source ( sort glob 'source/*.md' ) {
    my $reader = Locale::Po4a::Chooser::new( 'text', markdown => 1, neverwrap => 1, yfm_keys => 'title,description' );
    $reader->process(
        file_in_name    => [$source],
        file_in_charset => 'UTF-8',
        po_out_name     => 'pot/' . basename( $source, '.md' ) . '.md.pot',
    );
}
